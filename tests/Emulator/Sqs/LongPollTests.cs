using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class LongPollTests : IAsyncLifetime
{
    private SqsFixture _sqs = null!;

    public async ValueTask InitializeAsync()
    {
        _sqs = await SqsFixture.OpenAsync();
        await _sqs.QueueAsync("orders");
    }

    public ValueTask DisposeAsync() => _sqs.DisposeAsync();

    [Fact]
    public async Task Wait_EndsWithASend()
    {
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        await _sqs.SendAsync("orders", "a");
        (await receive)[0].Content.Body.ShouldBe("a");
    }

    [Fact]
    public async Task Wait_EndsWhenAMessageBecomesVisible()
    {
        await _sqs.SendAsync("orders", "a");
        await _sqs.ReceiveAsync("orders", visibility: 10);
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);

        _sqs.Time.Advance(TimeSpan.FromMilliseconds(9_999));
        receive.IsCompleted.ShouldBeFalse();
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await receive)[0].SystemAttributes["ApproximateReceiveCount"].ShouldBe("2");
    }

    [Fact]
    public async Task Wait_EndsWhenADelayIsOver()
    {
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        await _sqs.SendAsync("orders", "a", delay: 5);
        receive.IsCompleted.ShouldBeFalse();
        _sqs.Time.Advance(TimeSpan.FromSeconds(5));
        (await receive).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Wait_WithoutMessages_EndsEmptyAtItsEnd()
    {
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(19_999));
        receive.IsCompleted.ShouldBeFalse();
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await receive).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wait_TakesTheQueuesTimeWhenTheRequestNamesNone()
    {
        await _sqs.QueueAsync("polled", ("ReceiveMessageWaitTimeSeconds", "7"));
        var receive = _sqs.Service.Messages.ReceiveAsync("polled", new ReceiveRequest(), TestContext.Current.CancellationToken);
        _sqs.Time.Advance(TimeSpan.FromSeconds(6));
        receive.IsCompleted.ShouldBeFalse();
        _sqs.Time.Advance(TimeSpan.FromSeconds(1));
        (await receive).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(20.001, false)]
    public async Task Wait_IsLimited(double seconds, bool taken)
    {
        await _sqs.SendAsync("orders", "a");
        if (taken)
            (await _sqs.ReceiveAsync("orders", waitSeconds: seconds)).Count.ShouldBe(1);
        else
            (await Should.ThrowAsync<AwsJsonException>(() => _sqs.ReceiveAsync("orders", waitSeconds: seconds))).Message.ShouldContain("WaitTimeSeconds");
    }

    [Fact]
    public async Task Waits_AreServedInTheirOrder()
    {
        var first = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        var second = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        await _sqs.SendAsync("orders", "a");
        (await first)[0].Content.Body.ShouldBe("a");
        second.IsCompleted.ShouldBeFalse();
        await _sqs.SendAsync("orders", "b");
        (await second)[0].Content.Body.ShouldBe("b");
    }

    [Fact]
    public async Task Wait_Cancelled_TakesNothing()
    {
        using var cancel = new CancellationTokenSource();
        var receive = _sqs.Service.Messages.ReceiveAsync("orders", new ReceiveRequest { Wait = TimeSpan.FromSeconds(20) }, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => receive);

        await _sqs.SendAsync("orders", "a");
        (await _sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task Wait_OnAQueueThatIsDeleted_IsRefused()
    {
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        await _sqs.Service.Queues.DeleteAsync("orders");
        (await Should.ThrowAsync<AwsJsonException>(() => receive)).Code.ShouldBe("QueueDoesNotExist");
    }

    [Fact]
    public async Task Wait_WhenTheServiceStops_EndsEmpty()
    {
        var receive = _sqs.ReceiveAsync("orders", waitSeconds: 20);
        await _sqs.RestartAsync();
        (await receive).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_BeyondTheirLimit_AreRefused()
    {
        using var cancel = new CancellationTokenSource();
        Task<IReadOnlyList<ReceivedMessage>> Wait() =>
            _sqs.Service.Messages.ReceiveAsync("orders", new ReceiveRequest { Wait = TimeSpan.FromSeconds(20) }, cancel.Token);
        var waits = Enumerable.Range(0, KakaoWorkflow.Emulator.Sqs.SqsLimits.WaitingReceives).Select(_ => Wait()).ToList();

        (await Should.ThrowAsync<AwsJsonException>(Wait)).Code.ShouldBe("RequestThrottled");
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(waits));
    }
}
