using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.StepFunctions;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>Clients of the services here; their credentials only say where they are from.</summary>
internal static class LocalClients
{
    public const string Credential = "local";

    private static readonly BasicAWSCredentials Credentials = new(Credential, Credential);

    public static AmazonStepFunctionsClient StepFunctions(Uri address, string region) =>
        new(Credentials, new AmazonStepFunctionsConfig { ServiceURL = address.ToString(), AuthenticationRegion = region });

    public static AmazonSQSClient Sqs(Uri address, string region) =>
        new(Credentials, new AmazonSQSConfig { ServiceURL = address.ToString(), AuthenticationRegion = region });

    public static AmazonDynamoDBClient DynamoDb(Uri address, string region) =>
        new(Credentials, new AmazonDynamoDBConfig { ServiceURL = address.ToString(), AuthenticationRegion = region });
}
