using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>Bad days of the calls other than approve.</summary>
public sealed class CancelFaultTests : SimulatorTests
{
    [Fact]
    public async Task Cancel_Declined_Is781AndGivesNothingBack()
    {
        var cancel = await PaidAsync();
        await AddAsync(FaultKind.Decline, FaultOperation.Cancel);
        var error = await CancelIsRefusedAsync(cancel);
        (error.ErrorCode, error.MethodResultCode).ShouldBe(
            (KakaoPayErrorCode.CancelFailed, Fault.DefaultMethodResultCode));
        (await Host.EntryAsync("order-1")).Status.ShouldBe("SUCCESS_PAYMENT");
    }

    [Fact]
    public async Task AnyCall_Refused_IsRefusedWithTheCodeAndDoesNothing()
    {
        var cancel = await PaidAsync();
        foreach (var (operation, code) in new[] { (FaultOperation.Cancel, -781), (FaultOperation.Order, -721), (FaultOperation.Ready, -503) })
        {
            await Host.Simulator.Faults.AddAsync(new Fault { Operation = operation, Kind = FaultKind.Refuse, ErrorCode = code, Always = true });
            var error = await Should.ThrowAsync<KakaoPayRefusedException>(operation switch
            {
                FaultOperation.Cancel => Host.Client.CancelAsync(cancel, Cancellation),
                FaultOperation.Order => Host.Client.OrderAsync(cancel.Tid, Cancellation),
                _ => Host.ReadyAsync("order-2"),
            });
            (error.ErrorCode, error.MethodResultCode).ShouldBe((code, null));
        }
        (await Host.EntryAsync("order-1")).Status.ShouldBe("SUCCESS_PAYMENT");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1000)]
    public async Task Refusal_WithoutACodeThatCanBe_IsNoFault(int? code) =>
        (await Should.ThrowAsync<InvalidFieldException>(() => Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.Refuse, ErrorCode = code }))).Field.ShouldBe("errorCode");

    [Theory]
    [InlineData(FaultKind.TimeoutBeforeCapture, 0)]
    [InlineData(FaultKind.TimeoutAfterCapture, 9000)]
    public async Task Cancel_AnswerLost_SaysNothingOfTheMoney(FaultKind kind, long cancelled)
    {
        var cancel = await PaidAsync();
        await AddAsync(kind, FaultOperation.Cancel);
        var call = Host.Client.CancelAsync(cancel, Cancellation);
        await Host.Time.TimerSetAsync();
        Host.ClientTime.Advance(TimeSpan.FromSeconds(15));
        await Should.ThrowAsync<KakaoPayUnansweredException>(call);
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(cancelled);
    }

    [Fact]
    public async Task Cancel_DuplicateInProgress_MayHaveGivenBack()
    {
        var cancel = await PaidAsync();
        await Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.DuplicateInProgress, Captured = true });
        (await CancelIsRefusedAsync(cancel)).ErrorCode.ShouldBe(KakaoPayErrorCode.DuplicateRequest);
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Cancel_Zombie_GivesBackOnceAndLater()
    {
        var cancel = await PaidAsync();
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Cancel, Kind = FaultKind.Zombie, DelayMs = 60_000 });
        var call = Host.Client.CancelAsync(cancel, Cancellation);
        await Host.Time.TimerSetAsync();
        Host.ClientTime.Advance(TimeSpan.FromSeconds(15));
        await Should.ThrowAsync<KakaoPayUnansweredException>(call);

        (await CancelIsRefusedAsync(cancel)).ErrorCode.ShouldBe(KakaoPayErrorCode.DuplicateRequest);
        Host.Time.Advance(TimeSpan.FromSeconds(60));
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(9000);
        (await CancelIsRefusedAsync(cancel)).ErrorCode.ShouldBe(KakaoPayErrorCode.CancelNotAllowed);
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCapture, 0)]
    [InlineData(FaultKind.ServerErrorAfterCapture, 1)]
    public async Task Ready_ServerError_LeavesAPaymentOrNone(FaultKind kind, int payments)
    {
        await AddAsync(kind, FaultOperation.Ready);
        await Should.ThrowAsync<KakaoPayUnansweredException>(() => Host.ReadyAsync("order-1"));
        (await Host.Simulator.Payments.ReadPageAsync("order-1")).Payments.Count.ShouldBe(payments);
        await Host.ReadyAsync("order-1");
    }

    [Fact]
    public async Task Order_ServerErrorTwice_AnswersTheThirdTime()
    {
        var tid = await Host.PayAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture, Times = 2 });
        await Should.ThrowAsync<KakaoPayUnansweredException>(() => Host.StatusAsync(tid));
        await Should.ThrowAsync<KakaoPayUnansweredException>(() => Host.StatusAsync(tid));
        (await Host.StatusAsync(tid)).ShouldBe(PaymentStatus.SuccessPayment);
    }

    [Fact]
    public async Task Order_Slow_AnswersAfterTheDelay()
    {
        var tid = await Host.PayAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Order, Kind = FaultKind.Slow, DelayMs = 5000 });
        var call = Host.StatusAsync(tid);
        await Host.Time.TimerSetAsync();
        Host.Time.Advance(TimeSpan.FromSeconds(5));
        (await call).ShouldBe(PaymentStatus.SuccessPayment);
    }

    private async Task<CancelRequest> PaidAsync() =>
        new() { Tid = await Host.PayAsync("order-1"), CancelWon = 9000, CancelTaxFreeWon = 0 };

    private async Task AddAsync(FaultKind kind, FaultOperation operation) =>
        await Host.Simulator.Faults.AddAsync(new Fault { OrderId = "order-1", Operation = operation, Kind = kind });

    private Task<KakaoPayRefusedException> CancelIsRefusedAsync(CancelRequest cancel) =>
        Should.ThrowAsync<KakaoPayRefusedException>(() => Host.Client.CancelAsync(cancel, Cancellation));
}
