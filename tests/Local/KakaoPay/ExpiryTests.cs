using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Tests.Support.KakaoPay;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>The fifteen minutes.</summary>
public sealed class ExpiryTests : SimulatorTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Approve_JustInTime_Captures()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        Host.Time.Advance(Window - TimeSpan.FromTicks(1));
        (await Host.Client.ApproveAsync(approve, Cancellation)).Amount.TotalWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Approve_TooLate_NeverCaptures()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        Host.Time.Advance(Window);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var error = await Should.ThrowAsync<KakaoPayRefusedException>(
                () => Host.Client.ApproveAsync(approve, Cancellation));
            error.ErrorCode.ShouldBe(KakaoPayErrorCode.RequestExpired);
            Host.Time.Advance(TimeSpan.FromDays(30));
        }
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(0);
        (await Host.StatusAsync(approve.Tid)).ShouldBe(PaymentStatus.AuthPassword);
    }

    [Fact]
    public async Task Customer_TooLate_IsSentToTheFailPage()
    {
        var ready = await Host.ReadyAsync("order-1");
        Host.Time.Advance(Window);
        (await Host.Customer.PayAsync(ready.MobileUrl, Cancellation)).AbsolutePath.ShouldBe("/pay/order-1/failed");
        (await Host.Customer.QuitAsync(ready.PcUrl, Cancellation)).AbsolutePath.ShouldBe("/pay/order-1/failed");
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.Ready);
    }

    [Fact]
    public async Task Cancel_LongAfterPaying_StillGivesBack()
    {
        var tid = await Host.PayAsync("order-1");
        Host.Time.Advance(TimeSpan.FromDays(30));
        var cancel = new CancelRequest { Tid = tid, CancelWon = 9000, CancelTaxFreeWon = 0 };
        (await Host.Client.CancelAsync(cancel, Cancellation)).Status.ShouldBe(PaymentStatus.CancelPayment);
    }

    [Fact]
    public async Task Window_OfAnotherLength_IsKept()
    {
        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
        await using (var host = await SimulatorHost.StartAsync(folder, options => options with { PaymentSeconds = 2 }))
        {
            var approve = await host.AuthenticateAsync("order-1");
            host.Time.Advance(TimeSpan.FromSeconds(2));
            await Should.ThrowAsync<KakaoPayRefusedException>(() => host.Client.ApproveAsync(approve, Cancellation));
        }
        Directory.Delete(folder, recursive: true);
    }
}
