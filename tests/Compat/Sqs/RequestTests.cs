using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Tests.Compat.Sqs;

public sealed class RequestTests
{
    private const string Queue = SqsStub.Queue;

    [Fact]
    public Task SendMessage_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.SendMessageAsync(
            new SendMessageRequest(Queue, "커피")
            {
                DelaySeconds = 0,
                MessageGroupId = "g",
                MessageDeduplicationId = "d",
                MessageAttributes = new()
                {
                    ["kind"] = new() { DataType = "String", StringValue = "paid" },
                    ["raw"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
                },
                MessageSystemAttributes = new() { ["AWSTraceHeader"] = new() { DataType = "String", StringValue = "Root=1" } },
            },
            token),
        "SendMessage",
        $$"""
        {"QueueUrl":"{{Queue}}","MessageBody":"커피","DelaySeconds":0,"MessageGroupId":"g","MessageDeduplicationId":"d",
         "MessageAttributes":{"kind":{"DataType":"String","StringValue":"paid"},"raw":{"DataType":"Binary","BinaryValue":"AQID"} },
         "MessageSystemAttributes":{"AWSTraceHeader":{"DataType":"String","StringValue":"Root=1"} } }
        """);

    [Fact]
    public Task SendMessage_UrlAndBody_AreTheWholeRequest() => Sends(
        (client, token) => client.SendMessageAsync(Queue, "b", token),
        "SendMessage",
        $$"""{"QueueUrl":"{{Queue}}","MessageBody":"b"}""");

    [Fact]
    public Task SendMessageBatch_Entries_AreSent() => Sends(
        (client, token) => client.SendMessageBatchAsync(Queue, [new("1", "a"), new("2", "b") { DelaySeconds = 5 }], token),
        "SendMessageBatch",
        $$"""
        {"QueueUrl":"{{Queue}}","Entries":[{"Id":"1","MessageBody":"a"},{"Id":"2","MessageBody":"b","DelaySeconds":5}]}
        """);

    [Fact]
    public Task ReceiveMessage_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.ReceiveMessageAsync(
            new ReceiveMessageRequest(Queue)
            {
                MaxNumberOfMessages = 10,
                WaitTimeSeconds = 20,
                VisibilityTimeout = 30,
                MessageSystemAttributeNames = ["All"],
                MessageAttributeNames = [],
                ReceiveRequestAttemptId = "r",
            },
            token),
        "ReceiveMessage",
        $$"""
        {"QueueUrl":"{{Queue}}","MaxNumberOfMessages":10,"WaitTimeSeconds":20,"VisibilityTimeout":30,
         "MessageSystemAttributeNames":["All"],"MessageAttributeNames":[],"ReceiveRequestAttemptId":"r"}
        """);

    [Fact]
    public Task DeleteMessage_UrlAndHandle_AreTheWholeRequest() => Sends(
        (client, token) => client.DeleteMessageAsync(Queue, "h", token),
        "DeleteMessage",
        $$"""{"QueueUrl":"{{Queue}}","ReceiptHandle":"h"}""");

    [Fact]
    public Task DeleteMessageBatch_Entries_AreSent() => Sends(
        (client, token) => client.DeleteMessageBatchAsync(Queue, [new("1", "h")], token),
        "DeleteMessageBatch",
        $$"""{"QueueUrl":"{{Queue}}","Entries":[{"Id":"1","ReceiptHandle":"h"}]}""");

    [Fact]
    public Task ChangeMessageVisibility_Zero_IsSent() => Sends(
        (client, token) => client.ChangeMessageVisibilityAsync(Queue, "h", 0, token),
        "ChangeMessageVisibility",
        $$"""{"QueueUrl":"{{Queue}}","ReceiptHandle":"h","VisibilityTimeout":0}""");

    [Fact]
    public Task ChangeMessageVisibilityBatch_Entries_AreSent() => Sends(
        (client, token) => client.ChangeMessageVisibilityBatchAsync(Queue, [new("1", "h") { VisibilityTimeout = 3 }], token),
        "ChangeMessageVisibilityBatch",
        $$"""{"QueueUrl":"{{Queue}}","Entries":[{"Id":"1","ReceiptHandle":"h","VisibilityTimeout":3}]}""");

    [Fact]
    public Task GetQueueUrl_Name_IsSent() => Sends(
        (client, token) => client.GetQueueUrlAsync("orders", token), "GetQueueUrl", """{"QueueName":"orders"}""");

    [Fact]
    public Task GetQueueAttributes_Names_AreSent() => Sends(
        (client, token) => client.GetQueueAttributesAsync(Queue, ["QueueArn"], token),
        "GetQueueAttributes",
        $$"""{"QueueUrl":"{{Queue}}","AttributeNames":["QueueArn"]}""");

    [Fact]
    public Task SetQueueAttributes_Values_AreSent() => Sends(
        (client, token) => client.SetQueueAttributesAsync(Queue, new Dictionary<string, string> { ["DelaySeconds"] = "5" }, token),
        "SetQueueAttributes",
        $$"""{"QueueUrl":"{{Queue}}","Attributes":{"DelaySeconds":"5"} }""");

    [Fact]
    public Task CreateQueue_Tags_AreSentInLowerCase() => Sends(
        (client, token) => client.CreateQueueAsync(
            new CreateQueueRequest("orders.fifo") { Attributes = new() { ["FifoQueue"] = "true" }, Tags = new() { ["team"] = "cafe" } }, token),
        "CreateQueue",
        """{"QueueName":"orders.fifo","Attributes":{"FifoQueue":"true"},"tags":{"team":"cafe"}}""");

    [Fact]
    public Task ListQueues_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.ListQueuesAsync(new ListQueuesRequest("o") { MaxResults = 2, NextToken = "n" }, token),
        "ListQueues",
        """{"QueueNamePrefix":"o","MaxResults":2,"NextToken":"n"}""");

    [Fact]
    public Task PurgeQueue_Url_IsSent() => Sends(
        (client, token) => client.PurgeQueueAsync(Queue, token), "PurgeQueue", $$"""{"QueueUrl":"{{Queue}}"}""");

    [Fact]
    public Task DeleteQueue_Url_IsSent() => Sends(
        (client, token) => client.DeleteQueueAsync(Queue, token), "DeleteQueue", $$"""{"QueueUrl":"{{Queue}}"}""");

    [Fact]
    public Task StartMessageMoveTask_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.StartMessageMoveTaskAsync(
            new StartMessageMoveTaskRequest { SourceArn = "s", DestinationArn = "d", MaxNumberOfMessagesPerSecond = 3 }, token),
        "StartMessageMoveTask",
        """{"SourceArn":"s","DestinationArn":"d","MaxNumberOfMessagesPerSecond":3}""");

    private static async Task Sends(Func<IAmazonSQS, CancellationToken, Task> call, string operation, string json)
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        await call(client, TestContext.Current.CancellationToken);

        stub.Call.ShouldBe($"AmazonSQS.{operation}", json);
        stub.Call.Headers["x-amzn-query-mode"].ShouldBe("true");
        stub.Call.Headers["x-amz-api-version"].ShouldBe("2012-11-05");
        stub.Call.Headers["Authorization"].ShouldContain("/ap-northeast-2/sqs/aws4_request");
    }
}
