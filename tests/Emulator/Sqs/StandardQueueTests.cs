namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class StandardQueueTests : IAsyncLifetime
{
    private SqsFixture _sqs = null!;

    public async ValueTask InitializeAsync()
    {
        _sqs = await SqsFixture.OpenAsync(maxInFlight: 20);
        await _sqs.QueueAsync("orders");
    }

    public ValueTask DisposeAsync() => _sqs.DisposeAsync();

    [Fact]
    public async Task Receive_OfASentMessage_HidesItUntilItsTimeout()
    {
        await _sqs.SendAsync("orders", "a");

        (await _sqs.BodiesAsync("orders")).ShouldBe(["a"]);
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(29_999));
        (await _sqs.BodiesAsync("orders")).ShouldBeEmpty();
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
        var again = (await _sqs.ReceiveAsync("orders")).ShouldHaveSingleItem();
        again.SystemAttributes["ApproximateReceiveCount"].ShouldBe("2");
    }

    [Fact]
    public async Task Receive_SystemAttributes_TellTheMessagesStory()
    {
        var sentMs = _sqs.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await _sqs.SendAsync("orders", "a", group: "tenant");
        _sqs.Time.Advance(TimeSpan.FromSeconds(5));
        await _sqs.ReceiveAsync("orders", visibility: 0);
        _sqs.Time.Advance(TimeSpan.FromSeconds(5));

        var message = (await _sqs.ReceiveAsync("orders")).ShouldHaveSingleItem();
        message.SystemAttributes.ShouldBe(
            new Dictionary<string, string>
            {
                ["ApproximateReceiveCount"] = "2",
                ["SentTimestamp"] = $"{sentMs}",
                ["SenderId"] = SqsFixture.Account,
                ["ApproximateFirstReceiveTimestamp"] = $"{sentMs + 5000}",
                ["MessageGroupId"] = "tenant",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Delete_WithTheNewestReceipt_RemovesTheMessage()
    {
        await _sqs.SendAsync("orders", "a");
        var message = (await _sqs.ReceiveAsync("orders"))[0];

        (await _sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await _sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Delete_WithAnOlderReceipt_SucceedsAndLeavesTheMessage()
    {
        await _sqs.SendAsync("orders", "a");
        var first = (await _sqs.ReceiveAsync("orders", visibility: 0))[0];
        await _sqs.ReceiveAsync("orders");

        (await _sqs.DeleteAsync("orders", first)).ShouldBeNull();
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Delete_AfterTheTimeout_StillWorksUntilTheNextReceive()
    {
        await _sqs.SendAsync("orders", "a");
        var message = (await _sqs.ReceiveAsync("orders"))[0];
        _sqs.Time.Advance(TimeSpan.FromSeconds(31));

        (await _sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("not a receipt")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Delete_WithAReceiptThatWasNeverIssued_IsRefused(string receipt) =>
        (await _sqs.Service.Messages.DeleteAsync("orders", [receipt]))[0]!.Code.ShouldBe("ReceiptHandleIsInvalid");

    [Fact]
    public async Task Delete_WithAnotherQueuesReceipt_IsRefused()
    {
        await _sqs.QueueAsync("other");
        await _sqs.SendAsync("other", "a");
        var message = (await _sqs.ReceiveAsync("other"))[0];

        (await _sqs.DeleteAsync("orders", message))!.Code.ShouldBe("ReceiptHandleIsInvalid");
    }

    [Fact]
    public async Task Delay_OfAMessage_OverridesTheQueues()
    {
        await _sqs.QueueAsync("slow", ("DelaySeconds", "60"));
        await _sqs.SendAsync("slow", "later");
        await _sqs.SendAsync("slow", "now", delay: 0);

        (await _sqs.CountsAsync("slow")).ShouldBe((1, 0, 1));
        (await _sqs.BodiesAsync("slow")).ShouldBe(["now"]);
        _sqs.Time.Advance(TimeSpan.FromSeconds(60));
        (await _sqs.BodiesAsync("slow")).ShouldContain("later");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    [InlineData(-1, false)]
    public async Task Delay_OfAMessage_IsLimited(int seconds, bool taken)
    {
        var outcome = (await _sqs.Service.Messages.SendBatchAsync("orders", [new("a") { DelaySeconds = seconds }]))[0];
        (outcome.Error is null).ShouldBe(taken);
    }

    [Fact]
    public async Task Retention_Over_DropsTheMessage()
    {
        await _sqs.QueueAsync("short", ("MessageRetentionPeriod", "60"));
        await _sqs.SendAsync("short", "a");
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        (await _sqs.CountsAsync("short")).ShouldBe((1, 0, 0));
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _sqs.CountsAsync("short")).ShouldBe((0, 0, 0));

        await _sqs.RestartAsync();
        (await _sqs.CountsAsync("short")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Retention_OfADefaultQueue_IsFourDays()
    {
        await _sqs.SendAsync("orders", "a");
        _sqs.Time.Advance(TimeSpan.FromDays(4) - TimeSpan.FromMilliseconds(1));
        (await _sqs.CountsAsync("orders")).Visible.ShouldBe(1);
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _sqs.CountsAsync("orders")).Visible.ShouldBe(0);
    }

    [Fact]
    public async Task InFlightLimit_Reached_RefusesShortPollsAndStopsAtTheLimit()
    {
        for (var number = 0; number < 21; number++)
            await _sqs.SendAsync("orders", $"{number}");
        var first = await _sqs.ReceiveAsync("orders");
        (await _sqs.ReceiveAsync("orders")).Count.ShouldBe(10);

        var error = await Should.ThrowAsync<KakaoWorkflow.Emulator.AwsJson.AwsJsonException>(() => _sqs.ReceiveAsync("orders"));
        error.Code.ShouldBe("OverLimit");
        await _sqs.DeleteAsync("orders", first[0]);
        (await _sqs.BodiesAsync("orders")).ShouldBe(["20"]);
    }

    [Fact]
    public async Task Receive_WithAByteLimit_TakesTheFirstAndWhatFits()
    {
        await _sqs.SendAsync("orders", new string('a', 600));
        await _sqs.SendAsync("orders", new string('b', 400));
        await _sqs.SendAsync("orders", "c");

        async Task<int> TakeAsync(long bytes) => (await _sqs.Service.Messages.ReceiveAsync(
            "orders", new() { MaxMessages = 10, MaxBytes = bytes, VisibilityTimeoutSeconds = 0, Wait = TimeSpan.Zero },
            TestContext.Current.CancellationToken)).Count;
        (await TakeAsync(10)).ShouldBe(1);
        (await TakeAsync(999)).ShouldBe(1);
        (await TakeAsync(1000)).ShouldBe(2);
        (await TakeAsync(1001)).ShouldBe(3);
    }
}
