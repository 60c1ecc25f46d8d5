using Amazon.SQS.Model;

namespace KakaoWorkflow.Tests.Compat.Sqs;

public sealed class ResponseTests
{
    [Fact]
    public async Task ReceiveMessage_Message_IsReadWithAllItsAttributes()
    {
        using var stub = new AwsStub().Answer(
            """
            {"Messages":[{"MessageId":"m","ReceiptHandle":"h","Body":"This is a test message","MD5OfBody":"fafb00f5732ab283681e124bf8747ed1",
              "Attributes":{"ApproximateReceiveCount":"2"},"Unknown":1,
              "MessageAttributes":{"raw":{"DataType":"Binary","BinaryValue":"AQID"},"kind":{"DataType":"String","StringValue":"결제"}}}]}
            """);
        using var client = stub.Client();

        var response = await client.ReceiveMessageAsync(SqsStub.Queue, TestContext.Current.CancellationToken);

        var message = response.Messages.ShouldHaveSingleItem();
        (message.MessageId, message.ReceiptHandle, message.Body).ShouldBe(("m", "h", "This is a test message"));
        message.Attributes["ApproximateReceiveCount"].ShouldBe("2");
        message.MessageAttributes["kind"].StringValue.ShouldBe("결제");
        message.MessageAttributes["raw"].BinaryValue.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task ReceiveMessage_NothingThere_IsNullAndNotEmpty()
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        var response = await client.ReceiveMessageAsync(SqsStub.Queue, TestContext.Current.CancellationToken);

        response.Messages.ShouldBeNull();
    }

    [Fact]
    public async Task SendMessageBatch_PartialFailure_IsAnAnswer()
    {
        using var stub = new AwsStub().Answer(
            """
            {"Successful":[{"Id":"1","MessageId":"m1","MD5OfMessageBody":"0cc175b9c0f1b6a831c399e269772661","SequenceNumber":"7"}],
             "Failed":[{"Id":"2","SenderFault":true,"Code":"InvalidMessageContents","Message":"bad"}]}
            """);
        using var client = stub.Client();

        var response = await client.SendMessageBatchAsync(
            SqsStub.Queue, [new("1", "a"), new("2", "\u0001")], TestContext.Current.CancellationToken);

        var sent = response.Successful.ShouldHaveSingleItem();
        (sent.Id, sent.MessageId, sent.SequenceNumber).ShouldBe(("1", "m1", "7"));
        var failed = response.Failed.ShouldHaveSingleItem();
        (failed.Id, failed.SenderFault, failed.Code, failed.Message).ShouldBe(("2", true, "InvalidMessageContents", "bad"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task DeleteMessage_AnswerWithoutMembers_IsSuccess(string body)
    {
        using var stub = new AwsStub().Answer(body);
        using var client = stub.Client();

        var response = await client.DeleteMessageAsync(SqsStub.Queue, "h", TestContext.Current.CancellationToken);

        response.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task GetQueueAttributes_Values_AreText()
    {
        using var stub = new AwsStub().Answer("""{"Attributes":{"QueueArn":"arn:q","ApproximateNumberOfMessages":"3"}}""");
        using var client = stub.Client();

        var response = await client.GetQueueAttributesAsync(
            new GetQueueAttributesRequest { QueueUrl = SqsStub.Queue }, TestContext.Current.CancellationToken);

        response.Attributes["QueueArn"].ShouldBe("arn:q");
        response.Attributes["ApproximateNumberOfMessages"].ShouldBe("3");
    }

    [Fact]
    public async Task StartMessageMoveTask_Handle_IsRead()
    {
        using var stub = new AwsStub().Answer("""{"TaskHandle":"t"}""");
        using var client = stub.Client();

        var response = await client.StartMessageMoveTaskAsync(
            new StartMessageMoveTaskRequest { SourceArn = "s" }, TestContext.Current.CancellationToken);

        response.TaskHandle.ShouldBe("t");
    }
}
