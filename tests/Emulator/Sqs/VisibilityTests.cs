namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class VisibilityTests : SqsTest
{
    protected override async Task PrepareAsync()
    {
        await Sqs.QueueAsync("orders");
        await Sqs.SendAsync("orders", "a");
    }

    [Fact]
    public async Task ChangeVisibility_CountsFromNow()
    {
        var receipt = await ReceiveAsync();
        Sqs.Time.Advance(TimeSpan.FromSeconds(20));

        (await ChangeAsync(receipt, 60)).ShouldBeNull();
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await Sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task ChangeVisibility_ToZero_ShowsTheMessageAtOnce()
    {
        (await ChangeAsync(await ReceiveAsync(), 0)).ShouldBeNull();
        (await Sqs.BodiesAsync("orders")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task ChangeVisibility_AfterTheTimeout_HidesTheMessageAgain()
    {
        var receipt = await ReceiveAsync();
        Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await ChangeAsync(receipt, 10)).ShouldBeNull();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task ChangeVisibility_WithAnOlderReceipt_IsRefused()
    {
        var receipt = await ReceiveAsync(visibility: 0);
        await ReceiveAsync();
        (await ChangeAsync(receipt, 10))!.Code.ShouldBe("InvalidParameterValueException");
    }

    [Fact]
    public async Task ChangeVisibility_OfADeletedMessage_IsRefused()
    {
        var receipt = await ReceiveAsync();
        await Sqs.Service.Messages.DeleteAsync("orders", [receipt]);
        (await ChangeAsync(receipt, 10))!.Code.ShouldBe("InvalidParameterValueException");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(43_200, true)]
    [InlineData(43_201, false)]
    [InlineData(-1, false)]
    public async Task ChangeVisibility_IsLimitedToTwelveHours(int seconds, bool taken) =>
        ((await ChangeAsync(await ReceiveAsync(), seconds)) is null).ShouldBe(taken);

    [Fact]
    public async Task ChangeVisibility_BeyondTwelveHoursAfterTheReceive_IsRefused()
    {
        var receipt = await ReceiveAsync();
        Sqs.Time.Advance(TimeSpan.FromSeconds(10));
        (await ChangeAsync(receipt, 43_191))!.Message.ShouldContain("VisibilityTimeout");
        (await ChangeAsync(receipt, 43_190)).ShouldBeNull();
    }

    [Theory]
    [InlineData(43_200, true)]
    [InlineData(43_201, false)]
    public async Task Receive_VisibilityTimeout_IsLimited(int seconds, bool taken)
    {
        if (taken)
            (await Sqs.ReceiveAsync("orders", visibility: seconds)).Count.ShouldBe(1);
        else
            await Should.ThrowAsync<AwsJsonException>(() => Sqs.ReceiveAsync("orders", visibility: seconds));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Receive_MaxMessages_IsLimited(int most, bool taken)
    {
        if (taken)
            (await Sqs.ReceiveAsync("orders", most)).Count.ShouldBe(1);
        else
            (await Should.ThrowAsync<AwsJsonException>(() => Sqs.ReceiveAsync("orders", most))).Message.ShouldContain("MaxNumberOfMessages");
    }

    private async Task<string> ReceiveAsync(int? visibility = null) =>
        (await Sqs.ReceiveAsync("orders", visibility: visibility)).ShouldHaveSingleItem().ReceiptHandle;

    private async Task<AwsJsonException?> ChangeAsync(string receipt, int seconds) =>
        (await Sqs.Service.Messages.ChangeVisibilityAsync("orders", [(receipt, seconds)]))[0];
}
