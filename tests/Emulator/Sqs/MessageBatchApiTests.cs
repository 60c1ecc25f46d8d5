namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class MessageBatchApiTests : SqsTest
{
    protected override Task PrepareAsync() => Sqs.QueueAsync("orders");

    [Fact]
    public async Task SendBatch_KeepsBadEntriesApart()
    {
        var answer = await CallAsync("SendMessageBatch", Send("good"), Send("bad", ""), Send("worse", "\u0001"), Send("late", "a", 901));
        Ids(answer, "Successful").ShouldBe(["good"]);
        Ids(answer, "Failed").ShouldBe(["bad", "worse", "late"]);
        answer["Failed"]!.AsArray().Select(failed => failed!["Code"]!.GetValue<string>())
            .ShouldBe(["MissingParameter", "InvalidMessageContents", "InvalidParameterValue"]);
        answer["Failed"]![0]!["SenderFault"]!.GetValue<bool>().ShouldBeTrue();
        (await Sqs.BodiesAsync("orders")).ShouldBe(["good"]);
    }

    [Fact]
    public async Task SendBatch_ToAFifoQueue_KeepsTheOrder_AndRefusesAMissingGroupAltogether()
    {
        await Sqs.QueueAsync("orders.fifo", ("ContentBasedDeduplication", "true"));
        JsonObject Entry(string id) => new() { ["Id"] = id, ["MessageBody"] = id, ["MessageGroupId"] = "g" };
        await CallOnAsync("orders.fifo", "SendMessageBatch", [.. Enumerable.Range(0, 10).Select(number => Entry($"{number}"))]);
        (await Sqs.BodiesAsync("orders.fifo")).ShouldBe(Enumerable.Range(0, 10).Select(number => $"{number}"));

        var error = await Should.ThrowAsync<AwsJsonException>(() => CallOnAsync("orders.fifo", "SendMessageBatch", Entry("x"), Send("y")));
        error.Message.ShouldContain("MessageGroupId");
        (await Sqs.CountsAsync("orders.fifo")).ShouldBe((0, 10, 0));
    }

    [Fact]
    public async Task Batch_WithoutEntries_IsRefused() =>
        (await RefusedAsync()).ShouldBe("AWS.SimpleQueueService.EmptyBatchRequest;Sender");

    [Fact]
    public async Task Batch_TakesTenEntriesAndNotEleven()
    {
        await CallAsync("SendMessageBatch", [.. Enumerable.Range(0, 10).Select(number => Send($"{number}"))]);
        (await RefusedAsync([.. Enumerable.Range(0, 11).Select(number => Send($"{number}"))]))
            .ShouldBe("AWS.SimpleQueueService.TooManyEntriesInBatchRequest;Sender");
    }

    [Fact]
    public async Task Batch_WithARepeatedId_IsRefused() =>
        (await RefusedAsync(Send("a"), Send("a"))).ShouldBe("AWS.SimpleQueueService.BatchEntryIdsNotDistinct;Sender");

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a:b")]
    public async Task Batch_WithABadId_IsRefused(string id) =>
        (await RefusedAsync(Send(id))).ShouldBe("AWS.SimpleQueueService.InvalidBatchEntryId;Sender");

    [Fact]
    public async Task Batch_IdLength_IsLimited()
    {
        await CallAsync("SendMessageBatch", Send(new string('i', 80), "a"));
        (await RefusedAsync(Send(new string('i', 81), "a"))).ShouldBe("AWS.SimpleQueueService.InvalidBatchEntryId;Sender");
    }

    [Fact]
    public async Task SendBatch_IsLimitedInBytesAltogether()
    {
        await CallAsync("SendMessageBatch", Send("a", new string('a', 512 * 1024)), Send("b", new string('b', 512 * 1024)));
        (await RefusedAsync(Send("a", new string('a', 512 * 1024)), Send("b", new string('b', (512 * 1024) + 1))))
            .ShouldBe("AWS.SimpleQueueService.BatchRequestTooLong;Sender");
    }

    [Fact]
    public async Task DeleteBatch_KeepsBadEntriesApart()
    {
        await Sqs.SendAsync("orders", "a");
        var receipt = (await Sqs.ReceiveAsync("orders"))[0].ReceiptHandle;
        var answer = await CallAsync(
            "DeleteMessageBatch",
            new() { ["Id"] = "1", ["ReceiptHandle"] = receipt },
            new() { ["Id"] = "2", ["ReceiptHandle"] = "nonsense" });
        Ids(answer, "Successful").ShouldBe(["1"]);
        answer["Failed"]![0]!["Code"]!.GetValue<string>().ShouldBe("ReceiptHandleIsInvalid");
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task ChangeVisibilityBatch_KeepsBadEntriesApart()
    {
        await Sqs.SendAsync("orders", "a");
        var receipt = (await Sqs.ReceiveAsync("orders"))[0].ReceiptHandle;
        var answer = await CallAsync(
            "ChangeMessageVisibilityBatch",
            new() { ["Id"] = "1", ["ReceiptHandle"] = receipt, ["VisibilityTimeout"] = 43_201 },
            new() { ["Id"] = "2", ["ReceiptHandle"] = receipt, ["VisibilityTimeout"] = 0 });
        Ids(answer, "Failed").ShouldBe(["1"]);
        Ids(answer, "Successful").ShouldBe(["2"]);
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task Entries_WithUnknownMembers_AreRefusedByName()
    {
        var error = await Should.ThrowAsync<AwsJsonException>(() =>
            CallAsync("SendMessageBatch", new JsonObject { ["Id"] = "1", ["MessageBody"] = "a", ["Body"] = "b" }));
        error.Message.ShouldContain("Entries[0].Body");
    }

    private static JsonObject Send(string id, string? body = null, int? delay = null)
    {
        var entry = new JsonObject { ["Id"] = id, ["MessageBody"] = body ?? id };
        if (delay is not null)
            entry["DelaySeconds"] = delay;
        return entry;
    }

    private Task<JsonObject> CallAsync(string operation, params JsonObject[] entries) =>
        CallOnAsync("orders", operation, entries);

    private Task<JsonObject> CallOnAsync(string queue, string operation, params JsonObject[] entries) =>
        Sqs.CallAsync(operation, new() { ["QueueUrl"] = SqsFixture.Url(queue), ["Entries"] = new JsonArray([.. entries]) });

    private async Task<string?> RefusedAsync(params JsonObject[] entries) =>
        (await Should.ThrowAsync<AwsJsonException>(() => CallAsync("SendMessageBatch", entries))).QueryError;

    private static string[] Ids(JsonObject answer, string member) =>
        [.. answer[member]!.AsArray().Select(entry => entry!["Id"]!.GetValue<string>())];
}
