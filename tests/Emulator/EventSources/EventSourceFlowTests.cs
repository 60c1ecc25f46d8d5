using KakaoWorkflow.Emulator.EventSources;

namespace KakaoWorkflow.Tests.Emulator.EventSources;

/// <summary>Order, concurrency, batching windows, limits of the settings, and the end of a mapping.</summary>
public sealed class EventSourceFlowTests : EventSourceTest
{
    [Fact]
    public async Task Fifo_KeepsEachGroupsOrder_OneBatchAtATime()
    {
        for (var number = 0; number < 60; number++)
            await Sqs.SendAsync("orders.fifo", $"g{number % 3}-{number / 3:D2}", $"g{number % 3}");
        var seen = new List<string>();
        var lambda = new RecordingLambda(async (records, _) =>
        {
            await Task.Yield();
            lock (seen)
                seen.AddRange(RecordingLambda.Bodies(records));
            return RecordingLambda.Returns("null");
        });
        await using (await StartAsync(lambda, new("orders.fifo", "f") { BatchSize = 4 }))
            await UntilAsync(() => Count(seen) == 60);

        foreach (var group in seen.GroupBy(body => body[..2]))
            group.ShouldBeInOrder();
        (await Sqs.CountsAsync("orders.fifo")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Fifo_FailedBatch_HoldsItsGroupAndNotTheOthers()
    {
        await Sqs.SendAsync("orders.fifo", "a1", "a");
        await Sqs.SendAsync("orders.fifo", "a2", "a");
        await Sqs.SendAsync("orders.fifo", "b1", "b");
        var lambda = new RecordingLambda(records =>
            RecordingLambda.Bodies(records)[0] == "a1" ? RecordingLambda.Fails() : RecordingLambda.Returns("null"));
        await using (await StartAsync(lambda, new("orders.fifo", "f") { BatchSize = 1 }))
            await lambda.InvokedAsync(2);
        lambda.Batches.SelectMany(RecordingLambda.Bodies).ShouldBe(["a1", "b1"], ignoreOrder: true);
        (await Sqs.CountsAsync("orders.fifo")).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task MaxConcurrency_IsReachedAndNotExceeded()
    {
        for (var number = 0; number < 12; number++)
            await Sqs.SendAsync("orders", $"{number}");
        var release = new TaskCompletionSource();
        var lambda = new RecordingLambda(async (_, _) =>
        {
            await release.Task;
            return RecordingLambda.Returns("null");
        });
        await using var mapping = await StartAsync(lambda, new("orders", "f") { BatchSize = 1, MaxConcurrency = 3 });
        await lambda.InvokedAsync(3);
        (await Sqs.CountsAsync("orders")).InFlight.ShouldBe(3);
        release.SetResult();
        await lambda.InvokedAsync(9);
        lambda.MostRunning.ShouldBe(3);
    }

    [Fact]
    public async Task BatchingWindow_CollectsUntilTheBatchIsFull()
    {
        var lambda = new RecordingLambda();
        await using var mapping = await StartAsync(lambda, new("orders", "f") { BatchSize = 25, BatchingWindowSeconds = 5 });
        for (var number = 0; number < 25; number++)
            await Sqs.SendAsync("orders", $"{number}");
        await lambda.InvokedAsync();
        lambda.Batches[0].Count.ShouldBe(25);
    }

    [Fact]
    public async Task BatchingWindow_EndsWithItsTime()
    {
        // Twelve hours: however far the test moves the clock, the messages do not time out.
        await Sqs.QueueAsync("patient", ("VisibilityTimeout", "43200"));
        var lambda = new RecordingLambda();
        await using var mapping = await StartAsync(lambda, new("patient", "f") { BatchSize = 25, BatchingWindowSeconds = 5 });
        await Sqs.SendAsync("patient", "a");
        await Sqs.SendAsync("patient", "b");
        await UntilAsync(async () => (await Sqs.CountsAsync("patient")).InFlight == 2);
        lambda.Batches.ShouldBeEmpty();
        await UntilAsync(() =>
        {
            Sqs.Time.Advance(TimeSpan.FromSeconds(1));
            return lambda.Batches.Count == 1;
        });
        RecordingLambda.Bodies(lambda.Batches[0]).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task LargeMessages_AreSpreadOverInvocations()
    {
        for (var number = 0; number < 3; number++)
            await Sqs.SendAsync("orders", new string((char)('a' + number), 1024 * 1024));
        var lambda = new RecordingLambda();
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync(2);
        lambda.Batches.Select(batch => batch.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Stop_WaitsForTheRunningInvocation_AndStartsNoOther()
    {
        await Sqs.SendAsync("orders", "a");
        var release = new TaskCompletionSource();
        var lambda = new RecordingLambda(async (_, _) =>
        {
            await release.Task;
            return RecordingLambda.Returns("null");
        });
        var mapping = await StartAsync(lambda);
        await lambda.InvokedAsync();
        var stopping = mapping.StopAsync(TestContext.Current.CancellationToken);
        await Sqs.SendAsync("orders", "b");
        stopping.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await stopping;

        lambda.Batches.Count.ShouldBe(1);
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
        await mapping.DisposeAsync();
    }

    [Fact]
    public async Task Stop_WithATokenThatFires_AbandonsTheRunningInvocation()
    {
        await Sqs.SendAsync("orders", "a");
        var lambda = new RecordingLambda(async (_, aborting) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Sqs.Time, aborting);
            return RecordingLambda.Returns("null");
        });
        await using var mapping = await StartAsync(lambda);
        await lambda.InvokedAsync();
        using var patience = new CancellationTokenSource();
        var stopping = mapping.StopAsync(patience.Token);
        stopping.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await stopping;
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Stop_WhileCollecting_GivesTheMessagesBack()
    {
        var lambda = new RecordingLambda();
        var mapping = await StartAsync(lambda, new("orders", "f") { BatchSize = 25, BatchingWindowSeconds = 300 });
        await Sqs.SendAsync("orders", "a");
        await UntilAsync(async () => (await Sqs.CountsAsync("orders")).InFlight == 1);
        await mapping.DisposeAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
        lambda.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stop_WhileThrottled_GivesTheMessagesBack()
    {
        await Sqs.SendAsync("orders", "a");
        var lambda = new RecordingLambda((JsonArray _) => throw new LambdaServiceException("TooManyRequestsException", "busy", 429));
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task ManyMessages_WithRestartsOfTheMapping_AreEachDoneOnce()
    {
        const int Messages = 500;
        var seen = new List<string>();
        var lambda = new RecordingLambda(async (records, _) =>
        {
            await Task.Yield();
            lock (seen)
                seen.AddRange(RecordingLambda.Bodies(records));
            return RecordingLambda.Returns("null");
        });
        var sending = SendAllAsync(Messages);
        for (var target = 50; target <= Messages; target += 50)
        {
            await using (await StartAsync(lambda))
                await UntilAsync(() => Count(seen) >= target);
        }
        await sending;
        seen.Distinct().Count().ShouldBe(Messages);
        seen.Count.ShouldBe(Messages);
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("orders", 0, 0, null, null, "BatchSize")]
    [InlineData("orders", 11, 0, null, null, "BatchSize")]
    [InlineData("orders", 10_001, 1, null, null, "BatchSize")]
    [InlineData("orders", 10, 301, null, null, "MaximumBatchingWindowInSeconds")]
    [InlineData("orders", 10, -1, null, null, "MaximumBatchingWindowInSeconds")]
    [InlineData("orders", 10, 0, 1, null, "MaximumConcurrency")]
    [InlineData("orders", 10, 0, 1001, null, "MaximumConcurrency")]
    [InlineData("orders", 10, 0, null, 31, "VisibilityTimeout")]
    [InlineData("orders.fifo", 11, 0, null, null, "BatchSize")]
    [InlineData("orders.fifo", 10, 1, null, null, "MaximumBatchingWindowInSeconds")]
    [InlineData("none", 10, 0, null, null, "none")]
    [InlineData("orders", 10_000, 1, 2, 30, null)]
    [InlineData("orders", 1, 300, 1000, 1, null)]
    [InlineData("orders.fifo", 10, 0, null, null, null)]
    public async Task Settings_AreLimited(string queue, int size, int window, int? concurrency, int? timeout, string? named)
    {
        var options = new EventSourceMappingOptions(queue, "f")
        {
            BatchSize = size,
            BatchingWindowSeconds = window,
            MaxConcurrency = concurrency,
            FunctionTimeoutSeconds = timeout,
        };
        if (named is null)
            await (await StartAsync(new RecordingLambda(), options)).DisposeAsync();
        else
            (await Should.ThrowAsync<AwsJsonException>(() => StartAsync(new RecordingLambda(), options))).Message.ShouldContain(named);
    }

    private async Task SendAllAsync(int messages)
    {
        for (var number = 0; number < messages; number++)
            await Sqs.SendAsync("orders", $"{number}");
    }

    private static int Count(List<string> seen)
    {
        lock (seen)
            return seen.Count;
    }

    private Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Lets the parts work until something is so; each round waits for the queues' disk once.</summary>
    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var round = 0; round < 1_000_000; round++)
        {
            if (await condition())
                return;
            await Sqs.CountsAsync("orders");
            await Task.Yield();
        }
        (await condition()).ShouldBeTrue();
    }
}
