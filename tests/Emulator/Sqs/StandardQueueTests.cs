namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class StandardQueueTests() : SqsTest(maxInFlight: 20)
{
    protected override Task PrepareAsync() => Sqs.QueueAsync("orders");

    [Fact]
    public async Task Receive_OfASentMessage_HidesItUntilItsTimeout()
    {
        await Sqs.SendAsync("orders", "a");

        (await Sqs.BodiesAsync("orders")).ShouldBe(["a"]);
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(29_999));
        (await Sqs.BodiesAsync("orders")).ShouldBeEmpty();
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
        var again = (await Sqs.ReceiveAsync("orders")).ShouldHaveSingleItem();
        again.SystemAttributes["ApproximateReceiveCount"].ShouldBe("2");
    }

    [Fact]
    public async Task Receive_SystemAttributes_TellTheMessagesStory()
    {
        var sentMs = Sqs.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await Sqs.SendAsync("orders", "a", group: "tenant");
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));
        await Sqs.ReceiveAsync("orders", visibility: 0);
        Sqs.Time.Advance(TimeSpan.FromSeconds(5));

        var message = (await Sqs.ReceiveAsync("orders")).ShouldHaveSingleItem();
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
        await Sqs.SendAsync("orders", "a");
        var message = (await Sqs.ReceiveAsync("orders"))[0];

        (await Sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await Sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Delete_WithAnOlderReceipt_SucceedsAndLeavesTheMessage()
    {
        await Sqs.SendAsync("orders", "a");
        var first = (await Sqs.ReceiveAsync("orders", visibility: 0))[0];
        await Sqs.ReceiveAsync("orders");

        (await Sqs.DeleteAsync("orders", first)).ShouldBeNull();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Delete_AfterTheTimeout_StillWorksUntilTheNextReceive()
    {
        await Sqs.SendAsync("orders", "a");
        var message = (await Sqs.ReceiveAsync("orders"))[0];
        Sqs.Time.Advance(TimeSpan.FromSeconds(31));

        (await Sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("not a receipt")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Delete_WithAReceiptThatWasNeverIssued_IsRefused(string receipt) =>
        (await Sqs.Service.Messages.DeleteAsync("orders", [receipt]))[0]!.Code.ShouldBe("ReceiptHandleIsInvalid");

    [Fact]
    public async Task Delete_WithAnotherQueuesReceipt_IsRefused()
    {
        await Sqs.QueueAsync("other");
        await Sqs.SendAsync("other", "a");
        var message = (await Sqs.ReceiveAsync("other"))[0];

        (await Sqs.DeleteAsync("orders", message))!.Code.ShouldBe("ReceiptHandleIsInvalid");
    }

    [Fact]
    public async Task Delay_OfAMessage_OverridesTheQueues()
    {
        await Sqs.QueueAsync("slow", ("DelaySeconds", "60"));
        await Sqs.SendAsync("slow", "later");
        await Sqs.SendAsync("slow", "now", delay: 0);

        (await Sqs.CountsAsync("slow")).ShouldBe((1, 0, 1));
        (await Sqs.BodiesAsync("slow")).ShouldBe(["now"]);
        Sqs.Time.Advance(TimeSpan.FromSeconds(60));
        (await Sqs.BodiesAsync("slow")).ShouldContain("later");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    [InlineData(-1, false)]
    public async Task Delay_OfAMessage_IsLimited(int seconds, bool taken)
    {
        var outcome = (await Sqs.Service.Messages.SendBatchAsync("orders", [new("a") { DelaySeconds = seconds }]))[0];
        (outcome.Error is null).ShouldBe(taken);
    }

    [Fact]
    public async Task Retention_Over_DropsTheMessage()
    {
        await Sqs.QueueAsync("short", ("MessageRetentionPeriod", "60"));
        await Sqs.SendAsync("short", "a");
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        (await Sqs.CountsAsync("short")).ShouldBe((1, 0, 0));
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.CountsAsync("short")).ShouldBe((0, 0, 0));

        await Sqs.RestartAsync();
        (await Sqs.CountsAsync("short")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Retention_OfADefaultQueue_IsFourDays()
    {
        await Sqs.SendAsync("orders", "a");
        Sqs.Time.Advance(TimeSpan.FromDays(4) - TimeSpan.FromMilliseconds(1));
        (await Sqs.CountsAsync("orders")).Visible.ShouldBe(1);
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.CountsAsync("orders")).Visible.ShouldBe(0);
    }

    [Fact]
    public async Task InFlightLimit_Reached_RefusesShortPollsAndStopsAtTheLimit()
    {
        for (var number = 0; number < 21; number++)
            await Sqs.SendAsync("orders", $"{number}");
        var first = await Sqs.ReceiveAsync("orders");
        (await Sqs.ReceiveAsync("orders")).Count.ShouldBe(10);

        var error = await Should.ThrowAsync<KakaoWorkflow.Emulator.AwsJson.AwsJsonException>(() => Sqs.ReceiveAsync("orders"));
        error.Code.ShouldBe("OverLimit");
        await Sqs.DeleteAsync("orders", first[0]);
        (await Sqs.BodiesAsync("orders")).ShouldBe(["20"]);
    }

    [Fact]
    public async Task Receive_WithAByteLimit_TakesTheFirstAndWhatFits()
    {
        await Sqs.SendAsync("orders", new string('a', 600));
        await Sqs.SendAsync("orders", new string('b', 400));
        await Sqs.SendAsync("orders", "c");

        async Task<int> TakeAsync(long bytes) => (await Sqs.Service.Messages.ReceiveAsync(
            "orders", new() { MaxMessages = 10, MaxBytes = bytes, VisibilityTimeoutSeconds = 0, Wait = TimeSpan.Zero },
            TestContext.Current.CancellationToken)).Count;
        (await TakeAsync(10)).ShouldBe(1);
        (await TakeAsync(999)).ShouldBe(1);
        (await TakeAsync(1000)).ShouldBe(2);
        (await TakeAsync(1001)).ShouldBe(3);
    }
}
