using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>What KakaoPay knows outlives the host.</summary>
public sealed class DurabilityTests : SimulatorTests
{
    [Fact]
    public async Task Restart_AfterAuthentication_StillTakesTheApproval()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await RestartAsync();
        (await Host.StatusAsync(approve.Tid)).ShouldBe(PaymentStatus.AuthPassword);
        (await Host.Client.ApproveAsync(approve, Cancellation)).Amount.TotalWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Restart_AfterPartialCancel_KeepsTheBooks()
    {
        var tid = await Host.PayAsync("order-1");
        await Host.Client.CancelAsync(
            new CancelRequest { Tid = tid, CancelWon = 4000, CancelTaxFreeWon = 0, Payload = "note" }, Cancellation);
        var before = await Host.Client.OrderAsync(tid, Cancellation);
        await RestartAsync();
        var after = await Host.Client.OrderAsync(tid, Cancellation);
        (after with { Actions = null }).ShouldBe(before with { Actions = null });
        after.Actions!.ShouldBe(before.Actions!);
    }

    [Fact]
    public async Task Restart_WithFaults_KeepsWhatIsLeftOfThem()
    {
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Ready, Kind = FaultKind.ServerErrorBeforeCapture });
        var thrice = await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-2", Operation = FaultOperation.Ready, Kind = FaultKind.ServerErrorBeforeCapture, Times = 3 });
        var always = await Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.Decline, Always = true });
        await Should.ThrowAsync<KakaoPayUnansweredException>(() => Host.ReadyAsync("order-1"));
        await Should.ThrowAsync<KakaoPayUnansweredException>(() => Host.ReadyAsync("order-2"));
        await RestartAsync();
        Host.Simulator.Faults.List().ShouldBe([thrice with { Times = 2 }, always]);
        (await Host.Simulator.Faults.AddAsync(always)).Id.ShouldBe(always.Id + 1);
    }

    [Fact]
    public async Task Restart_BeforeAZombieCapture_LetsItHappen()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Approve, Kind = FaultKind.Zombie, DelayMs = 60_000 });
        var call = Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Time.TimerSetAsync();
        await RestartAsync();
        await Should.ThrowAsync<Exception>(call);
        Host.Time.Advance(TimeSpan.FromSeconds(60));
        (await Host.StatusAsync(approve.Tid)).ShouldBe(PaymentStatus.SuccessPayment);
    }
}
