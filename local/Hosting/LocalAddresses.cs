namespace KakaoWorkflow.Local.Hosting;

/// <summary>Where a host is reached.</summary>
/// <param name="Aws">Step Functions, SQS, Lambda and DynamoDB: what <c>--endpoint-url</c> takes.</param>
/// <param name="HttpApi">The HTTP API: skills and pay links.</param>
/// <param name="KakaoPay">The KakaoPay simulator.</param>
/// <param name="DynamoDb">The DynamoDB server itself.</param>
internal sealed record LocalAddresses(Uri Aws, Uri HttpApi, Uri KakaoPay, Uri DynamoDb);
