using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Tests.Compat.Sqs;

/// <summary>The digests of the body are MD5 of its UTF-8; those of the attributes were computed with AWSSDK.SQS 4.0.100.25.</summary>
public sealed class DigestTests
{
    private const string Body = "아메리카노 2잔";
    private const string BodyDigest = "9bf7b4cb1bb0dbd360277b7f29dfdeb1";
    private const string AttributesDigest = "1f1ded890e5c2339a0a63ed67172a775";

    [Theory]
    [InlineData(BodyDigest, AttributesDigest)]
    [InlineData("9BF7B4CB1BB0DBD360277B7F29DFDEB1", AttributesDigest)]
    [InlineData(BodyDigest, null)]
    [InlineData(null, null)]
    public async Task SendMessage_DigestsThatFit_AreAccepted(string? body, string? attributes)
    {
        using var stub = new AwsStub().Answer(Answer(body, attributes));
        using var client = stub.Client();

        var response = await client.SendMessageAsync(Message(), TestContext.Current.CancellationToken);

        response.MessageId.ShouldBe("m");
    }

    [Theory]
    [InlineData("00000000000000000000000000000000", AttributesDigest)]
    [InlineData(BodyDigest, "00000000000000000000000000000000")]
    public async Task SendMessage_DigestThatDoesNotFit_IsRefused(string body, string attributes)
    {
        using var stub = new AwsStub().Answer(Answer(body, attributes));
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<AmazonSQSException>(
            () => client.SendMessageAsync(Message(), TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("MD5 hash mismatch");
    }

    [Fact]
    public async Task SendMessageBatch_DigestThatDoesNotFit_IsRefused()
    {
        using var stub = new AwsStub().Answer(
            $$"""{"Successful":[{"Id":"1","MessageId":"m","MD5OfMessageBody":"{{BodyDigest}}"}]}""");
        using var client = stub.Client();

        await Should.ThrowAsync<AmazonSQSException>(
            () => client.SendMessageBatchAsync(SqsStub.Queue, [new("1", "another body")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReceiveMessage_BodyThatWasDamaged_IsRefused()
    {
        using var stub = new AwsStub().Answer($$"""{"Messages":[{"MessageId":"m","Body":"damaged","MD5OfBody":"{{BodyDigest}}"}]}""");
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<AmazonSQSException>(
            () => client.ReceiveMessageAsync(SqsStub.Queue, TestContext.Current.CancellationToken));

        exception.Message.ShouldNotContain("damaged");
    }

    private static SendMessageRequest Message() => new(SqsStub.Queue, Body)
    {
        MessageAttributes = new()
        {
            ["이름"] = new() { DataType = "String", StringValue = "아메리카노" },
            ["Count"] = new() { DataType = "Number", StringValue = "2" },
            ["data"] = new() { DataType = "Binary.png", BinaryValue = new MemoryStream([0, 1, 254, 255]) },
        },
    };

    private static string Answer(string? body, string? attributes) =>
        $$"""{"MessageId":"m","MD5OfMessageBody":{{Text(body)}},"MD5OfMessageAttributes":{{Text(attributes)}}}""";

    private static string Text(string? value) => value is null ? "null" : $"\"{value}\"";
}
