using System.Net;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Tests.Compat.Sqs;

public sealed class ErrorTests
{
    private static readonly Dictionary<string, Func<IAmazonSQS, CancellationToken, Task>> Operations = new()
    {
        ["SendMessage"] = (client, token) => client.SendMessageAsync(SqsStub.Queue, "b", token),
        ["SendMessageBatch"] = (client, token) => client.SendMessageBatchAsync(SqsStub.Queue, [], token),
        ["ReceiveMessage"] = (client, token) => client.ReceiveMessageAsync(SqsStub.Queue, token),
        ["ChangeMessageVisibility"] = (client, token) => client.ChangeMessageVisibilityAsync(SqsStub.Queue, "h", 1, token),
        ["CreateQueue"] = (client, token) => client.CreateQueueAsync("orders", token),
        ["PurgeQueue"] = (client, token) => client.PurgeQueueAsync(SqsStub.Queue, token),
        ["StartMessageMoveTask"] = (client, token) => client.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest(), token),
    };

    [Theory]
    [InlineData("SendMessage", "QueueDoesNotExist", typeof(QueueDoesNotExistException))]
    [InlineData("SendMessage", "InvalidMessageContents", typeof(InvalidMessageContentsException))]
    [InlineData("SendMessage", "UnsupportedOperation", typeof(UnsupportedOperationException))]
    [InlineData("SendMessage", "RequestThrottled", typeof(RequestThrottledException))]
    [InlineData("SendMessage", "InvalidSecurity", typeof(InvalidSecurityException))]
    [InlineData("SendMessage", "InvalidAddress", typeof(InvalidAddressException))]
    [InlineData("SendMessage", "KmsDisabled", typeof(KmsDisabledException))]
    [InlineData("SendMessage", "KmsInvalidState", typeof(KmsInvalidStateException))]
    [InlineData("SendMessage", "KmsNotFound", typeof(KmsNotFoundException))]
    [InlineData("SendMessage", "KmsOptInRequired", typeof(KmsOptInRequiredException))]
    [InlineData("SendMessage", "KmsThrottled", typeof(KmsThrottledException))]
    [InlineData("SendMessage", "KmsAccessDenied", typeof(KmsAccessDeniedException))]
    [InlineData("SendMessage", "KmsInvalidKeyUsage", typeof(KmsInvalidKeyUsageException))]
    [InlineData("SendMessageBatch", "TooManyEntriesInBatchRequest", typeof(TooManyEntriesInBatchRequestException))]
    [InlineData("SendMessageBatch", "EmptyBatchRequest", typeof(EmptyBatchRequestException))]
    [InlineData("SendMessageBatch", "BatchEntryIdsNotDistinct", typeof(BatchEntryIdsNotDistinctException))]
    [InlineData("SendMessageBatch", "BatchRequestTooLong", typeof(BatchRequestTooLongException))]
    [InlineData("SendMessageBatch", "InvalidBatchEntryId", typeof(InvalidBatchEntryIdException))]
    [InlineData("ReceiveMessage", "OverLimit", typeof(OverLimitException))]
    [InlineData("ChangeMessageVisibility", "MessageNotInflight", typeof(MessageNotInflightException))]
    [InlineData("ChangeMessageVisibility", "ReceiptHandleIsInvalid", typeof(ReceiptHandleIsInvalidException))]
    [InlineData("CreateQueue", "QueueDeletedRecently", typeof(QueueDeletedRecentlyException))]
    [InlineData("CreateQueue", "QueueNameExists", typeof(QueueNameExistsException))]
    [InlineData("CreateQueue", "InvalidAttributeName", typeof(InvalidAttributeNameException))]
    [InlineData("CreateQueue", "InvalidAttributeValue", typeof(InvalidAttributeValueException))]
    [InlineData("PurgeQueue", "PurgeQueueInProgress", typeof(PurgeQueueInProgressException))]
    [InlineData("StartMessageMoveTask", "ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("SendMessage", "PurgeQueueInProgress", typeof(AmazonSQSException))]
    [InlineData("SendMessage", "InvalidParameterValueException", typeof(AmazonSQSException))]
    public async Task Error_OfAnOperation_HasTheClassThatTheOperationDeclares(string operation, string code, Type expected)
    {
        using var stub = new AwsStub().Answer(
            $$"""{"__type":"com.amazonaws.sqs#{{code}}","message":"왜냐하면"}""", HttpStatusCode.BadRequest);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<AmazonSQSException>(
            () => Operations[operation](client, TestContext.Current.CancellationToken));

        exception.ShouldBeOfType(expected);
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("왜냐하면");
        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        exception.RequestId.ShouldBe("request-1");
    }

    [Theory]
    [InlineData("AWS.SimpleQueueService.NonExistentQueue;Sender", "AWS.SimpleQueueService.NonExistentQueue", ErrorType.Sender)]
    [InlineData("AWS.SimpleQueueService.NonExistentQueue;Receiver", "AWS.SimpleQueueService.NonExistentQueue", ErrorType.Receiver)]
    [InlineData("Code;Whoever", "Code", ErrorType.Unknown)]
    [InlineData("no separator", "QueueDoesNotExist", ErrorType.Unknown)]
    [InlineData(null, "QueueDoesNotExist", ErrorType.Unknown)]
    public async Task QueryErrorHeader_BesideAnError_GivesCodeAndFault(string? header, string code, ErrorType type)
    {
        using var stub = new AwsStub().Answer(
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"m"}""", HttpStatusCode.BadRequest, header);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<QueueDoesNotExistException>(
            () => client.PurgeQueueAsync(SqsStub.Queue, TestContext.Current.CancellationToken));

        exception.ErrorCode.ShouldBe(code);
        exception.ErrorType.ShouldBe(type);
    }

    [Fact]
    public async Task LostAnswer_WithRetries_IsSentAgain()
    {
        using var stub = new AwsStub().Fail(new HttpRequestException("reset")).Answer("""{"MessageId":"m"}""");
        using var client = stub.Client(retries: 1);

        var response = await client.SendMessageAsync(SqsStub.Queue, "b", TestContext.Current.CancellationToken);

        response.MessageId.ShouldBe("m");
        stub.Calls.Count.ShouldBe(2);
    }
}
