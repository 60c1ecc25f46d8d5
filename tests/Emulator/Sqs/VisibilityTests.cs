using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class VisibilityTests : IAsyncLifetime
{
    private SqsFixture _sqs = null!;

    public async ValueTask InitializeAsync()
    {
        _sqs = await SqsFixture.OpenAsync();
        await _sqs.QueueAsync("orders");
        await _sqs.SendAsync("orders", "a");
    }

    public ValueTask DisposeAsync() => _sqs.DisposeAsync();

    [Fact]
    public async Task ChangeVisibility_CountsFromNow()
    {
        var receipt = await ReceiveAsync();
        _sqs.Time.Advance(TimeSpan.FromSeconds(20));

        (await ChangeAsync(receipt, 60)).ShouldBeNull();
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        _sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task ChangeVisibility_ToZero_ShowsTheMessageAtOnce()
    {
        (await ChangeAsync(await ReceiveAsync(), 0)).ShouldBeNull();
        (await _sqs.BodiesAsync("orders")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task ChangeVisibility_AfterTheTimeout_HidesTheMessageAgain()
    {
        var receipt = await ReceiveAsync();
        _sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await ChangeAsync(receipt, 10)).ShouldBeNull();
        (await _sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
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
        await _sqs.Service.Messages.DeleteAsync("orders", [receipt]);
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
        _sqs.Time.Advance(TimeSpan.FromSeconds(10));
        (await ChangeAsync(receipt, 43_191))!.Message.ShouldContain("VisibilityTimeout");
        (await ChangeAsync(receipt, 43_190)).ShouldBeNull();
    }

    [Theory]
    [InlineData(43_200, true)]
    [InlineData(43_201, false)]
    public async Task Receive_VisibilityTimeout_IsLimited(int seconds, bool taken)
    {
        if (taken)
            (await _sqs.ReceiveAsync("orders", visibility: seconds)).Count.ShouldBe(1);
        else
            await Should.ThrowAsync<AwsJsonException>(() => _sqs.ReceiveAsync("orders", visibility: seconds));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Receive_MaxMessages_IsLimited(int most, bool taken)
    {
        if (taken)
            (await _sqs.ReceiveAsync("orders", most)).Count.ShouldBe(1);
        else
            (await Should.ThrowAsync<AwsJsonException>(() => _sqs.ReceiveAsync("orders", most))).Message.ShouldContain("MaxNumberOfMessages");
    }

    private async Task<string> ReceiveAsync(int? visibility = null) =>
        (await _sqs.ReceiveAsync("orders", visibility: visibility)).ShouldHaveSingleItem().ReceiptHandle;

    private async Task<AwsJsonException?> ChangeAsync(string receipt, int seconds) =>
        (await _sqs.Service.Messages.ChangeVisibilityAsync("orders", [(receipt, seconds)]))[0];
}
