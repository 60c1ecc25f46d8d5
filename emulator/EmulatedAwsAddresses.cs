namespace KakaoWorkflow.Emulator;

/// <summary>Where the emulator is reached.</summary>
/// <param name="Aws">Step Functions, SQS, Lambda, and DynamoDB where there are tables: what <c>--endpoint-url</c> takes.</param>
/// <param name="HttpApi">The HTTP API.</param>
/// <param name="DynamoDb">The DynamoDB server itself; null where there are no tables.</param>
public sealed record EmulatedAwsAddresses(Uri Aws, Uri HttpApi, Uri? DynamoDb);
