namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class FifoQueueTests() : SqsTest(maxInFlight: 20)
{
    private const string Queue = "orders.fifo";

    protected override Task PrepareAsync() => Sqs.QueueAsync(Queue, ("ContentBasedDeduplication", "true"));

    [Fact]
    public async Task Receive_GivesAGroupInItsOrder_AndNothingMoreWhileItIsInFlight()
    {
        await SendAsync("g1", "1", "2", "3");
        (await Sqs.BodiesAsync(Queue, 2)).ShouldBe(["1", "2"]);
        (await Sqs.BodiesAsync(Queue)).ShouldBeEmpty();
        (await Sqs.CountsAsync(Queue)).ShouldBe((1, 2, 0));
    }

    [Fact]
    public async Task Receive_WhileOneGroupIsInFlight_GivesTheOthers()
    {
        await SendAsync("g1", "1", "2");
        await SendAsync("g2", "3", "4");
        (await Sqs.BodiesAsync(Queue, 1)).ShouldBe(["1"]);
        (await Sqs.BodiesAsync(Queue)).ShouldBe(["3", "4"]);
    }

    [Fact]
    public async Task Group_WhoseFirstMessageTimesOut_StartsAgainWithIt()
    {
        await SendAsync("g1", "1", "2", "3");
        var batch = await Sqs.ReceiveAsync(Queue, 2);
        await Sqs.DeleteAsync(Queue, batch[1]);
        (await Sqs.BodiesAsync(Queue)).ShouldBeEmpty();
        Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await Sqs.BodiesAsync(Queue)).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task Group_WhoseMessagesAreDeleted_GoesOn()
    {
        await SendAsync("g1", "1", "2");
        await Sqs.DeleteAsync(Queue, (await Sqs.ReceiveAsync(Queue, 1))[0]);
        (await Sqs.BodiesAsync(Queue)).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Group_WithADelayedFirstMessage_Waits()
    {
        await Sqs.QueueAsync("slow.fifo", ("ContentBasedDeduplication", "true"), ("DelaySeconds", "10"));
        await Sqs.SendAsync("slow.fifo", "1", "g");
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));
        await Sqs.SendAsync("slow.fifo", "2", "g");
        (await Sqs.CountsAsync("slow.fifo")).ShouldBe((0, 0, 2));
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));
        (await Sqs.BodiesAsync("slow.fifo")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task SequenceNumbers_Grow_AlsoAcrossARestart()
    {
        var first = (await Sqs.SendAsync(Queue, "1", "g")).SequenceNumber!;
        await Sqs.DeleteAsync(Queue, (await Sqs.ReceiveAsync(Queue))[0]);
        await Sqs.RestartAsync();
        var second = (await Sqs.SendAsync(Queue, "2", "g")).SequenceNumber!;

        first.Length.ShouldBe(20);
        string.CompareOrdinal(second, first).ShouldBePositive();
        var message = (await Sqs.ReceiveAsync(Queue))[0];
        message.SystemAttributes["SequenceNumber"].ShouldBe(second);
        message.SystemAttributes["MessageGroupId"].ShouldBe("g");
        message.SystemAttributes["MessageDeduplicationId"].Length.ShouldBe(64);
    }

    [Fact]
    public async Task RepeatedSend_WithinFiveMinutes_IsAnsweredLikeTheFirst()
    {
        var first = await Sqs.SendAsync(Queue, "a", "g", "id");
        await Sqs.DeleteAsync(Queue, (await Sqs.ReceiveAsync(Queue))[0]);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(299_999));

        var repeated = await Sqs.SendAsync(Queue, "a", "g", "id");
        repeated.ShouldBe(first);
        (await Sqs.CountsAsync(Queue)).ShouldBe((0, 0, 0));
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.SendAsync(Queue, "a", "g", "id")).MessageId.ShouldNotBe(first.MessageId);
        (await Sqs.CountsAsync(Queue)).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task RepeatedSend_AfterARestart_IsStillRecognised()
    {
        var first = await Sqs.SendAsync(Queue, "a", "g");
        await Sqs.RestartAsync();
        (await Sqs.SendAsync(Queue, "a", "g")).MessageId.ShouldBe(first.MessageId);
        Sqs.Time.Advance(TimeSpan.FromMinutes(5));
        await Sqs.RestartAsync();
        (await Sqs.SendAsync(Queue, "a", "g")).MessageId.ShouldNotBe(first.MessageId);
    }

    [Theory]
    [InlineData("queue", 1)]
    [InlineData("messageGroup", 2)]
    public async Task DeduplicationScope_DecidesWhereIdsCount(string scope, int messages)
    {
        await Sqs.QueueAsync("scoped.fifo", ("DeduplicationScope", scope));
        await Sqs.SendAsync("scoped.fifo", "a", "g1", "id");
        await Sqs.SendAsync("scoped.fifo", "a", "g2", "id");
        (await Sqs.CountsAsync("scoped.fifo")).Visible.ShouldBe(messages);
    }

    [Fact]
    public async Task Send_WithoutGroup_IsRefused() =>
        (await RefusedAsync(Queue, null, "id")).Message.ShouldContain("MessageGroupId");

    [Fact]
    public async Task Send_WithoutDeduplicationId_NeedsContentBasedDeduplication()
    {
        await Sqs.QueueAsync("explicit.fifo");
        (await RefusedAsync("explicit.fifo", "g", null)).Message.ShouldContain("MessageDeduplicationId");
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [InlineData(0, false)]
    public async Task GroupAndDeduplicationIds_AreLimited(int length, bool taken)
    {
        var id = new string('x', length);
        if (taken)
            await Sqs.SendAsync(Queue, "a", id, id);
        else
            (await RefusedAsync(Queue, id, "id")).Message.ShouldContain("MessageGroupId");
        if (!taken)
            (await RefusedAsync(Queue, "g", id)).Message.ShouldContain("MessageDeduplicationId");
    }

    [Fact]
    public async Task GroupId_WithASpace_IsRefused() =>
        (await RefusedAsync(Queue, "a b", "id")).Message.ShouldContain("MessageGroupId");

    [Fact]
    public async Task Send_WithItsOwnDelay_IsRefused()
    {
        var error = await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync(Queue, "a", "g", "id", delay: 0));
        error.Message.ShouldContain("DelaySeconds");
    }

    [Fact]
    public async Task Delete_AfterTheTimeout_IsRefused()
    {
        await SendAsync("g", "1");
        var message = (await Sqs.ReceiveAsync(Queue))[0];
        Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await Sqs.DeleteAsync(Queue, message))!.Message.ShouldContain("expired");
        (await Sqs.Service.Messages.ChangeVisibilityAsync(Queue, [(message.ReceiptHandle, 5)]))[0]!.Message.ShouldContain("expired");
    }

    [Fact]
    public async Task InFlightLimit_Reached_AnswersNothingWithoutAnError()
    {
        for (var group = 0; group < 21; group++)
            await SendAsync($"g{group}", $"{group}");
        await Sqs.ReceiveAsync(Queue);
        await Sqs.ReceiveAsync(Queue);
        (await Sqs.ReceiveAsync(Queue)).ShouldBeEmpty();
        (await Sqs.CountsAsync(Queue)).ShouldBe((1, 20, 0));
    }

    [Fact]
    public async Task ReceiveAttempt_Repeated_GivesTheSameMessagesWithAFreshTimeout()
    {
        await SendAsync("g", "1", "2");
        var first = await Sqs.ReceiveAsync(Queue, attempt: "try-1");
        Sqs.Time.Advance(TimeSpan.FromSeconds(20));
        var repeated = await Sqs.ReceiveAsync(Queue, attempt: "try-1");

        repeated.Select(message => message.ReceiptHandle).ShouldBe(first.Select(message => message.ReceiptHandle));
        Sqs.Time.Advance(TimeSpan.FromSeconds(29));
        (await Sqs.CountsAsync(Queue)).ShouldBe((0, 2, 0));
    }

    [Fact]
    public async Task ReceiveAttempt_RepeatedAfterFiveMinutes_IsANewOne()
    {
        await SendAsync("g", "1");
        await Sqs.ReceiveAsync(Queue, visibility: 600, attempt: "try-1");
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(299_999));
        (await Sqs.ReceiveAsync(Queue, visibility: 600, attempt: "try-1")).Count.ShouldBe(1);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.ReceiveAsync(Queue, attempt: "try-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAttempt_RepeatedAfterADelete_IsANewOne()
    {
        await SendAsync("g", "1", "2");
        var first = await Sqs.ReceiveAsync(Queue, attempt: "try-1");
        await Sqs.DeleteAsync(Queue, first[0]);
        (await Sqs.ReceiveAsync(Queue, attempt: "try-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAttempt_OnAStandardQueue_IsRefused()
    {
        await Sqs.QueueAsync("standard");
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.ReceiveAsync("standard", attempt: "a"))).Message.ShouldContain("ReceiveRequestAttemptId");
    }

    private async Task SendAsync(string group, params string[] bodies)
    {
        foreach (var body in bodies)
            await Sqs.SendAsync(Queue, body, group);
    }

    private Task<AwsJsonException> RefusedAsync(string queue, string? group, string? deduplication) =>
        Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync(queue, "a", group, deduplication));
}
