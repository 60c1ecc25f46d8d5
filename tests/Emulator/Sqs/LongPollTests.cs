using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class LongPollTests : SqsTest
{
    protected override Task PrepareAsync() => Sqs.QueueAsync("orders");

    [Fact]
    public async Task Wait_EndsWithASend()
    {
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        await Sqs.SendAsync("orders", "a");
        (await receive)[0].Content.Body.ShouldBe("a");
    }

    [Fact]
    public async Task Wait_EndsWhenAMessageBecomesVisible()
    {
        await Sqs.SendAsync("orders", "a");
        await Sqs.ReceiveAsync("orders", visibility: 10);
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);

        Sqs.Time.Advance(TimeSpan.FromMilliseconds(9_999));
        receive.IsCompleted.ShouldBeFalse();
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await receive)[0].SystemAttributes["ApproximateReceiveCount"].ShouldBe("2");
    }

    [Fact]
    public async Task Wait_EndsWhenADelayIsOver()
    {
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        await Sqs.SendAsync("orders", "a", delay: 5);
        receive.IsCompleted.ShouldBeFalse();
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));
        (await receive).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Wait_WithoutMessages_EndsEmptyAtItsEnd()
    {
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(19_999));
        receive.IsCompleted.ShouldBeFalse();
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await receive).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wait_TakesTheQueuesTimeWhenTheRequestNamesNone()
    {
        await Sqs.QueueAsync("polled", ("ReceiveMessageWaitTimeSeconds", "7"));
        var receive = Sqs.Service.Messages.ReceiveAsync("polled", new ReceiveRequest(), TestContext.Current.CancellationToken);
        Sqs.Time.Advance(TimeSpan.FromSeconds(6));
        receive.IsCompleted.ShouldBeFalse();
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        (await receive).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(20.001, false)]
    public async Task Wait_IsLimited(double seconds, bool taken)
    {
        await Sqs.SendAsync("orders", "a");
        if (taken)
            (await Sqs.ReceiveAsync("orders", waitSeconds: seconds)).Count.ShouldBe(1);
        else
            (await Should.ThrowAsync<AwsJsonException>(() => Sqs.ReceiveAsync("orders", waitSeconds: seconds))).Message.ShouldContain("WaitTimeSeconds");
    }

    [Fact]
    public async Task Waits_AreServedInTheirOrder()
    {
        var first = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        var second = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        await Sqs.SendAsync("orders", "a");
        (await first)[0].Content.Body.ShouldBe("a");
        second.IsCompleted.ShouldBeFalse();
        await Sqs.SendAsync("orders", "b");
        (await second)[0].Content.Body.ShouldBe("b");
    }

    [Fact]
    public async Task Wait_Cancelled_TakesNothing()
    {
        using var cancel = new CancellationTokenSource();
        var receive = Sqs.Service.Messages.ReceiveAsync("orders", new ReceiveRequest { Wait = TimeSpan.FromSeconds(20) }, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => receive);

        await Sqs.SendAsync("orders", "a");
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task Wait_OnAQueueThatIsDeleted_IsRefused()
    {
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        await Sqs.Service.Queues.DeleteAsync("orders");
        (await Should.ThrowAsync<AwsJsonException>(() => receive)).Code.ShouldBe("QueueDoesNotExist");
    }

    [Fact]
    public async Task Wait_WhenTheServiceStops_EndsEmpty()
    {
        var receive = Sqs.ReceiveAsync("orders", waitSeconds: 20);
        await Sqs.RestartAsync();
        (await receive).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_BeyondTheirLimit_AreRefused()
    {
        using var cancel = new CancellationTokenSource();
        Task<IReadOnlyList<ReceivedMessage>> Wait() =>
            Sqs.Service.Messages.ReceiveAsync("orders", new ReceiveRequest { Wait = TimeSpan.FromSeconds(20) }, cancel.Token);
        var waits = Enumerable.Range(0, KakaoWorkflow.Emulator.Sqs.SqsLimits.WaitingReceives).Select(_ => Wait()).ToList();

        (await Should.ThrowAsync<AwsJsonException>(Wait)).Code.ShouldBe("RequestThrottled");
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(waits));
    }
}
