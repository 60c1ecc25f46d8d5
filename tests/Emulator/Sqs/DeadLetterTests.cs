namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class DeadLetterTests : SqsTest
{
    protected override async Task PrepareAsync()
    {
        await Sqs.QueueAsync("dead");
        await Sqs.QueueAsync("orders", Redrive("dead", 2));
    }

    [Fact]
    public async Task Message_ReceivedAsOftenAsAllowed_MovesWhenItWouldAppearAgain()
    {
        var sent = await Sqs.SendAsync("orders", "poison");
        await Sqs.ReceiveAsync("orders", visibility: 1);
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        await Sqs.ReceiveAsync("orders", visibility: 1);
        (await Sqs.CountsAsync("dead")).ShouldBe((0, 0, 0));
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));

        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
        var dead = (await Sqs.ReceiveAsync("dead")).ShouldHaveSingleItem();
        dead.MessageId.ShouldBe(sent.MessageId);
        dead.SystemAttributes["DeadLetterQueueSourceArn"].ShouldBe(SqsFixture.Arn("orders"));
        dead.SystemAttributes["ApproximateReceiveCount"].ShouldBe("3");
    }

    [Fact]
    public async Task Message_GivenBackTooOften_MovesAtOnce()
    {
        await Sqs.SendAsync("orders", "poison");
        await Sqs.ReceiveAsync("orders", visibility: 0);
        var message = (await Sqs.ReceiveAsync("orders"))[0];
        await Sqs.Service.Messages.ChangeVisibilityAsync("orders", [(message.ReceiptHandle, 0)]);
        (await Sqs.BodiesAsync("dead")).ShouldBe(["poison"]);
    }

    [Fact]
    public async Task Message_ReceivedWithoutATimeout_CountsTheSame()
    {
        await Sqs.SendAsync("orders", "poison");
        (await Sqs.ReceiveAsync("orders", visibility: 0)).Count.ShouldBe(1);
        (await Sqs.ReceiveAsync("orders", visibility: 0)).Count.ShouldBe(1);
        (await Sqs.ReceiveAsync("orders", visibility: 0)).ShouldBeEmpty();
        (await Sqs.BodiesAsync("dead")).ShouldBe(["poison"]);
    }

    [Fact]
    public async Task Move_WakesWhoeverWaitsOnTheDeadLetterQueue()
    {
        await Sqs.SendAsync("orders", "poison");
        await Sqs.ReceiveAsync("orders", visibility: 0);
        await Sqs.ReceiveAsync("orders", visibility: 1);
        var waiting = Sqs.ReceiveAsync("dead", waitSeconds: 20);
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        (await waiting)[0].Content.Body.ShouldBe("poison");
    }

    [Fact]
    public async Task Move_IsDurable()
    {
        await PoisonAsync();
        await Sqs.RestartAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
        var dead = (await Sqs.ReceiveAsync("dead")).ShouldHaveSingleItem();
        dead.SystemAttributes["DeadLetterQueueSourceArn"].ShouldBe(SqsFixture.Arn("orders"));
    }

    [Fact]
    public async Task Message_WhoseTimeoutEndedWhileNothingRan_MovesAtTheStart()
    {
        await Sqs.SendAsync("orders", "poison");
        await Sqs.ReceiveAsync("orders", visibility: 0);
        var restarted = Sqs.RestartAsync;
        await Sqs.ReceiveAsync("orders", visibility: 5);
        await Sqs.Service.DisposeAsync();
        Sqs.Time.Advance(TimeSpan.FromSeconds(6));
        await restarted();
        (await Sqs.BodiesAsync("dead")).ShouldBe(["poison"]);
    }

    [Fact]
    public async Task Message_WhoseDeadLetterQueueIsGone_IsDeliveredOn()
    {
        await Sqs.Service.Queues.DeleteAsync("dead");
        await PoisonAsync();
        (await Sqs.BodiesAsync("orders")).ShouldBe(["poison"]);
    }

    [Fact]
    public async Task RedrivePolicy_SetLater_AlsoMovesWhatIsThere()
    {
        await Sqs.QueueAsync("late");
        await Sqs.SendAsync("late", "poison");
        await Sqs.ReceiveAsync("late", visibility: 0);
        await Sqs.Service.Queues.SetAttributesAsync("late", new Dictionary<string, string> { ["RedrivePolicy"] = Redrive("dead", 1).Value });
        (await Sqs.BodiesAsync("dead")).ShouldBe(["poison"]);
    }

    [Fact]
    public async Task FifoGroup_WhosePoisonMessageMoved_GoesOn()
    {
        await Sqs.QueueAsync("dead.fifo");
        await Sqs.QueueAsync("orders.fifo", Redrive("dead.fifo", 1));
        await Sqs.SendAsync("orders.fifo", "poison", "g", "1");
        await Sqs.SendAsync("orders.fifo", "good", "g", "2");
        await Sqs.ReceiveAsync("orders.fifo", most: 1, visibility: 1);
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        (await Sqs.BodiesAsync("orders.fifo")).ShouldBe(["good"]);
        (await Sqs.BodiesAsync("dead.fifo")).ShouldBe(["poison"]);
    }

    [Theory]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-2:000000000000:none","maxReceiveCount":3}""", "does not exist")]
    [InlineData("""{"deadLetterTargetArn":"dead","maxReceiveCount":3}""", "deadLetterTargetArn")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-2:000000000000:dead","maxReceiveCount":0}""", "maxReceiveCount")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-2:000000000000:dead","maxReceiveCount":1001}""", "maxReceiveCount")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-2:000000000000:dead","other":1}""", "other")]
    [InlineData("""{"maxReceiveCount":3}""", "deadLetterTargetArn")]
    [InlineData("[]", "RedrivePolicy")]
    [InlineData("no JSON", "RedrivePolicy")]
    public async Task RedrivePolicy_Wrong_IsRefused(string policy, string named) =>
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.QueueAsync("new", ("RedrivePolicy", policy)))).Message.ShouldContain(named);

    [Theory]
    [InlineData("1")]
    [InlineData("1000")]
    [InlineData("\"7\"")]
    public async Task RedrivePolicy_CountInItsRange_IsTaken(string count) =>
        await Sqs.QueueAsync("new", ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn("dead")}}","maxReceiveCount":{{count}}}"""));

    [Fact]
    public async Task RedrivePolicy_ToAQueueOfTheOtherType_IsRefused() =>
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.QueueAsync("new.fifo", Redrive("dead", 3)))).Message.ShouldContain("type");

    [Theory]
    [InlineData("""{"redrivePermission":"allowAll"}""", true)]
    [InlineData("""{"redrivePermission":"denyAll"}""", false)]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:ap-northeast-2:000000000000:new"]}""", true)]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:ap-northeast-2:000000000000:other"]}""", false)]
    public async Task RedriveAllowPolicy_DecidesWhoMayUseAQueue(string policy, bool allowed)
    {
        await Sqs.Service.Queues.SetAttributesAsync("dead", new Dictionary<string, string> { ["RedriveAllowPolicy"] = policy });
        if (allowed)
            await Sqs.QueueAsync("new", Redrive("dead", 3));
        else
            (await Should.ThrowAsync<AwsJsonException>(() => Sqs.QueueAsync("new", Redrive("dead", 3)))).Message.ShouldContain("RedriveAllowPolicy");
    }

    [Theory]
    [InlineData("""{"redrivePermission":"some"}""")]
    [InlineData("""{"redrivePermission":"byQueue"}""")]
    [InlineData("""{"redrivePermission":"allowAll","sourceQueueArns":["a"]}""")]
    [InlineData("""{"redrivePermission":"allowAll","extra":true}""")]
    public async Task RedriveAllowPolicy_Wrong_IsRefused(string policy) =>
        (await Should.ThrowAsync<AwsJsonException>(() => Sqs.QueueAsync("new", ("RedriveAllowPolicy", policy)))).Message.ShouldContain("RedriveAllowPolicy");

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task RedriveAllowPolicy_SourceQueues_AreLimited(int count, bool taken)
    {
        var arns = string.Join(',', Enumerable.Range(0, count).Select(number => $"\"{SqsFixture.Arn($"q{number}")}\""));
        var policy = $$"""{"redrivePermission":"byQueue","sourceQueueArns":[{{arns}}]}""";
        if (taken)
            await Sqs.QueueAsync("new", ("RedriveAllowPolicy", policy));
        else
            await Should.ThrowAsync<AwsJsonException>(() => Sqs.QueueAsync("new", ("RedriveAllowPolicy", policy)));
    }

    private static (string Name, string Value) Redrive(string queue, int count) =>
        ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn(queue)}}","maxReceiveCount":{{count}}}""");

    private async Task PoisonAsync()
    {
        await Sqs.SendAsync("orders", "poison");
        await Sqs.ReceiveAsync("orders", visibility: 0);
        await Sqs.ReceiveAsync("orders", visibility: 1);
        Sqs.Time.Advance(TimeSpan.FromSeconds(1));
        await Sqs.CountsAsync("orders");
    }
}
