using Amazon.SQS;

namespace KakaoWorkflow.Tests.Compat.Sqs;

internal static class SqsStub
{
    public const string Queue = "http://127.0.0.1:9/000000000000/orders";

    public static AmazonSQSClient Client(this AwsStub stub, int retries = 0) =>
        new("key", "secret", stub.Configure(new AmazonSQSConfig(), retries));
}
