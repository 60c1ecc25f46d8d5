using KakaoWorkflow.Emulator.Sqs.Moves;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class MoveTaskTests : SqsTest
{
    protected override async Task PrepareAsync()
    {
        await Sqs.QueueAsync("dead");
        await Sqs.QueueAsync("orders", ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn("dead")}}","maxReceiveCount":1}"""));
        await Sqs.QueueAsync("elsewhere");
    }

    [Fact]
    public async Task Move_WithoutDestination_SendsMessagesBackToTheirSource()
    {
        var old = await DeadLettersAsync(3);
        await StartAsync(null, null);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));

        var task = await TaskAsync();
        (task.Status, task.Moved, task.ToMove, task.TaskHandle).ShouldBe((MoveTaskStatus.Completed, 3, 3, null));
        var messages = await Sqs.ReceiveAsync("orders");
        messages.Select(message => message.Content.Body).ShouldBe(["0", "1", "2"]);
        messages.ShouldAllBe(message => message.SystemAttributes["ApproximateReceiveCount"] == "1" && !old.Contains(message.MessageId));
        (await Sqs.CountsAsync("dead")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Move_WithARate_KeepsIt_AcrossARestartToo()
    {
        await DeadLettersAsync(3);
        await StartAsync(SqsFixture.Arn("elsewhere"), 1);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(999));
        (await TaskAsync()).Moved.ShouldBe(0);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await TaskAsync()).Moved.ShouldBe(1);

        await Sqs.RestartAsync();
        Sqs.Time.Advance(TimeSpan.FromSeconds(3));
        var task = await TaskAsync();
        (task.Status, task.Moved).ShouldBe((MoveTaskStatus.Completed, 3));
        (await Sqs.BodiesAsync("elsewhere")).ShouldBe(["0", "1", "2"]);
    }

    [Fact]
    public async Task Cancel_StopsAtWhatWasMoved()
    {
        await DeadLettersAsync(3);
        var handle = await StartAsync(null, 1);
        (await TaskAsync()).TaskHandle.ShouldBe(handle);
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));

        (await Sqs.Service.Moves.CancelAsync(handle)).ShouldBe(1);
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));
        (await TaskAsync()).Status.ShouldBe(MoveTaskStatus.Cancelled);
        (await Sqs.CountsAsync("dead")).Visible.ShouldBe(2);
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.CancelAsync(handle))).Code.ShouldBe("UnsupportedOperation");
    }

    [Fact]
    public async Task Move_WhoseDestinationIsDeleted_Fails()
    {
        await DeadLettersAsync(2);
        await StartAsync(SqsFixture.Arn("elsewhere"), 1);
        await Sqs.Service.Queues.DeleteAsync("elsewhere");
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        var task = await TaskAsync();
        (task.Status, task.FailureReason).ShouldBe((MoveTaskStatus.Failed, "AWS.SimpleQueueService.NonExistentQueue"));
        (await Sqs.CountsAsync("dead")).Visible.ShouldBe(2);
    }

    [Fact]
    public async Task Move_OfAMessageThatWasSentToTheDeadLetterQueue_NeedsADestination()
    {
        await Sqs.SendAsync("dead", "direct");
        await StartAsync(null, null);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await TaskAsync()).FailureReason.ShouldBe("CouldNotDetermineMessageSource");
    }

    [Fact]
    public async Task Start_WhileATaskRuns_IsRefused()
    {
        await DeadLettersAsync(2);
        await StartAsync(null, 1);
        (await RefusedAsync(SqsFixture.Arn("dead"), null, null)).Message.ShouldContain("already");
    }

    [Fact]
    public async Task Start_OnAQueueThatIsNoDeadLetterQueue_IsRefused() =>
        (await RefusedAsync(SqsFixture.Arn("elsewhere"), null, null)).Message.ShouldContain("SourceArn");

    [Fact]
    public async Task Start_WithUnknownQueues_IsRefused()
    {
        (await RefusedAsync(SqsFixture.Arn("none"), null, null)).Code.ShouldBe("ResourceNotFoundException");
        (await RefusedAsync("none", null, null)).Code.ShouldBe("ResourceNotFoundException");
        (await RefusedAsync(SqsFixture.Arn("dead"), SqsFixture.Arn("none"), null)).Message.ShouldContain("DestinationArn");
        (await RefusedAsync(SqsFixture.Arn("dead"), SqsFixture.Arn("dead"), null)).Message.ShouldContain("DestinationArn");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public async Task Start_Rate_IsLimited(int rate, bool taken)
    {
        if (taken)
            await StartAsync(null, rate);
        else
            (await RefusedAsync(SqsFixture.Arn("dead"), null, rate)).Message.ShouldContain("MaxNumberOfMessagesPerSecond");
    }

    [Fact]
    public async Task List_RemembersTheLastTenTasks_NewestFirst()
    {
        for (var number = 0; number < 11; number++)
        {
            await StartAsync(null, null);
            Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await Sqs.RestartAsync();
        var tasks = await Sqs.Service.Moves.ListAsync(SqsFixture.Arn("dead"), 10);
        tasks.Count.ShouldBe(10);
        tasks.Select(task => task.StartedMs).ShouldBeInOrder(SortDirection.Descending);
        await Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.ListAsync(SqsFixture.Arn("dead"), 11));
        await Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.ListAsync(SqsFixture.Arn("dead"), 0));
    }

    [Fact]
    public async Task Cancel_WithAHandleThatWasNeverIssued_IsRefused()
    {
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.CancelAsync("nonsense"))).Code.ShouldBe("InvalidParameterValueException");
        var handle = await StartAsync(null, null);
        await Sqs.Service.Queues.DeleteAsync("dead");
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.CancelAsync(handle))).Code.ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task Move_OfMoreThanOneStep_MovesAll()
    {
        for (var batch = 0; batch < 51; batch++)
            await Sqs.Service.Messages.SendBatchAsync("dead",
                [.. Enumerable.Range(0, 10).Select(number => new KakaoWorkflow.Emulator.Sqs.Messages.OutgoingMessage($"{batch}-{number}"))]);
        await StartAsync(SqsFixture.Arn("elsewhere"), null);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await TaskAsync()).Moved.ShouldBe(500);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await TaskAsync()).Status.ShouldBe(MoveTaskStatus.Completed);
        (await Sqs.CountsAsync("elsewhere")).Visible.ShouldBe(510);
    }

    [Fact]
    public async Task Move_BetweenFifoQueues_KeepsGroupsAndOrder()
    {
        await Sqs.QueueAsync("dead.fifo");
        await Sqs.QueueAsync("orders.fifo", ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn("dead.fifo")}}","maxReceiveCount":1}"""));
        foreach (var body in new[] { "1", "2", "3" })
            await Sqs.SendAsync("orders.fifo", body, "g", body);
        await Sqs.ReceiveAsync("orders.fifo", visibility: 0);
        await Sqs.Service.Moves.StartAsync(SqsFixture.Arn("dead.fifo"), null, null);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        var messages = await Sqs.ReceiveAsync("orders.fifo");
        messages.Select(message => message.Content.Body).ShouldBe(["1", "2", "3"]);
        messages.ShouldAllBe(message => message.SystemAttributes["MessageGroupId"] == "g");
    }

    [Fact]
    public async Task Start_ToAQueueOfTheOtherType_IsRefused()
    {
        await Sqs.QueueAsync("other.fifo");
        (await RefusedAsync(SqsFixture.Arn("dead"), SqsFixture.Arn("other.fifo"), null)).Message.ShouldContain("type");
    }

    private async Task<HashSet<string>> DeadLettersAsync(int count)
    {
        var ids = new HashSet<string>();
        for (var number = 0; number < count; number++)
            ids.Add((await Sqs.SendAsync("orders", $"{number}")).MessageId);
        foreach (var message in await Sqs.ReceiveAsync("orders"))
            await Sqs.Service.Messages.ChangeVisibilityAsync("orders", [(message.ReceiptHandle, 0)]);
        (await Sqs.CountsAsync("dead")).Visible.ShouldBe(count);
        return ids;
    }

    private Task<string> StartAsync(string? destination, int? rate) =>
        Sqs.Service.Moves.StartAsync(SqsFixture.Arn("dead"), destination, rate);

    private Task<AwsJsonException> RefusedAsync(string source, string? destination, int? rate) =>
        Should.ThrowAsync<AwsJsonException>(() => Sqs.Service.Moves.StartAsync(source, destination, rate));

    private async Task<MoveTaskDescription> TaskAsync() =>
        (await Sqs.Service.Moves.ListAsync(SqsFixture.Arn("dead"), 1)).ShouldHaveSingleItem();
}
