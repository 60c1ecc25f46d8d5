using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>Each bad day: what the client is told, and what KakaoPay knows.</summary>
public sealed class FaultTests : SimulatorTests
{
    [Theory]
    [InlineData(FaultKind.Quit, "QUIT_PAYMENT", -783)]
    [InlineData(FaultKind.Fail, "FAIL_AUTH_PASSWORD", -783)]
    [InlineData(FaultKind.Expire, "AUTH_PASSWORD", -723)]
    public async Task Approve_StruckBefore_CapturesNothing(FaultKind kind, string status, int code)
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await AddAsync(kind, FaultOperation.Approve);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(code);
        await LedgerIsAsync(status, captured: 0);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(code);
    }

    [Theory]
    [InlineData(FaultKind.Quit, "cancelled", "QUIT_PAYMENT")]
    [InlineData(FaultKind.Fail, "failed", "FAIL_AUTH_PASSWORD")]
    [InlineData(FaultKind.Expire, "failed", "OPEN_PAYMENT")]
    public async Task Customer_Struck_IsSentToTheOtherPage(FaultKind kind, string page, string status)
    {
        var ready = await Host.ReadyAsync("order-1");
        await AddAsync(kind, FaultOperation.Customer);
        (await Host.Customer.PayAsync(ready.MobileUrl, Cancellation)).ShouldBe(
            new Uri($"https://cafe.example/pay/order-1/{page}"));
        await LedgerIsAsync(status, captured: 0);
    }

    [Fact]
    public async Task Ready_StruckAfter_IsOverBeforeItBegins()
    {
        await AddAsync(FaultKind.Expire, FaultOperation.Ready);
        var ready = await Host.ReadyAsync("order-1");
        (await Host.Customer.PayAsync(ready.MobileUrl, Cancellation)).AbsolutePath.ShouldBe("/pay/order-1/failed");
    }

    [Fact]
    public async Task Approve_Declined_FailsThePaymentForGood()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Simulator.Faults.AddAsync(new Fault
        {
            OrderId = "order-1",
            Operation = FaultOperation.Approve,
            Kind = FaultKind.Decline,
            MethodResultCode = "INSUFFICIENT_BALANCE",
        });
        var error = await ApproveIsRefusedAsync(approve);
        (error.ErrorCode, error.MethodResultCode, error.Kind).ShouldBe(
            (KakaoPayErrorCode.ApproveFailed, "INSUFFICIENT_BALANCE", RefusalKind.Final));
        await LedgerIsAsync("FAIL_PAYMENT", captured: 0);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(KakaoPayErrorCode.ApproveNotAllowed);
    }

    [Theory]
    [InlineData(FaultKind.UserLocked, -780, "USER_LOCKED", true)]
    [InlineData(FaultKind.UserLocked, -780, "USER_LOCKED", false)]
    [InlineData(FaultKind.BankUnknown, -780, "BANK_FIRM_UNKNOWN", true)]
    [InlineData(FaultKind.BankUnknown, -780, "BANK_FIRM_UNKNOWN", false)]
    [InlineData(FaultKind.DuplicateInProgress, -785, null, true)]
    [InlineData(FaultKind.DuplicateInProgress, -785, null, false)]
    public async Task Approve_RefusedInDoubt_MayHaveCaptured(
        FaultKind kind, int code, string? methodResultCode, bool captured)
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Approve, Kind = kind, Captured = captured });
        var error = await ApproveIsRefusedAsync(approve);
        (error.ErrorCode, error.MethodResultCode, error.Kind).ShouldBe((code, methodResultCode, RefusalKind.Unclear));
        await LedgerIsAsync(captured ? "SUCCESS_PAYMENT" : "AUTH_PASSWORD", captured ? 9000 : 0);
        if (!captured)
            await Host.Client.ApproveAsync(approve, Cancellation);
    }

    [Fact]
    public async Task Approve_AlreadyPaid_HasCaptured()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await AddAsync(FaultKind.AlreadyPaid, FaultOperation.Approve);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(KakaoPayErrorCode.AlreadyPaid);
        await LedgerIsAsync("SUCCESS_PAYMENT", captured: 9000);
    }

    [Fact]
    public async Task Approve_AmountMismatch_CapturesTheOther()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Approve, Kind = FaultKind.AmountMismatch, AmountWon = 8999 });
        (await Host.Client.ApproveAsync(approve, Cancellation)).Amount.TotalWon.ShouldBe(8999);
        (await Host.Client.OrderAsync(approve.Tid, Cancellation)).Amount.TotalWon.ShouldBe(8999);
        await LedgerIsAsync("SUCCESS_PAYMENT", captured: 8999);
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCapture, null, 500, 0)]
    [InlineData(FaultKind.ServerErrorAfterCapture, null, 500, 9000)]
    [InlineData(FaultKind.ServerErrorAfterCapture, 503, 503, 9000)]
    public async Task Approve_ServerError_SaysNothingOfTheMoney(
        FaultKind kind, int? status, int expectedStatus, long captured)
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = FaultOperation.Approve, Kind = kind, HttpStatus = status });
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(
            () => Host.Client.ApproveAsync(approve, Cancellation));
        error.HttpStatus.ShouldBe(expectedStatus);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(captured);
    }

    [Theory]
    [InlineData(FaultKind.TimeoutBeforeCapture, 0)]
    [InlineData(FaultKind.TimeoutAfterCapture, 9000)]
    public async Task Approve_AnswerLost_EndsByTheClientsTimeout(FaultKind kind, long captured)
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await AddAsync(kind, FaultOperation.Approve);
        await ApproveIsGivenUpAsync(approve);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(captured);
    }

    [Fact]
    public async Task Approve_AnswerLost_IsDroppedInTheEnd()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await AddAsync(FaultKind.TimeoutAfterCapture, FaultOperation.Approve);
        var call = Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Time.TimerSetAsync();
        Host.Time.Advance(TimeSpan.FromSeconds(30));
        await Should.ThrowAsync<KakaoPayUnansweredException>(call);
        await LedgerIsAsync("SUCCESS_PAYMENT", captured: 9000);
    }

    [Fact]
    public async Task Approve_Slow_CapturesAfterTheDelay()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await DelayAsync(FaultKind.Slow, FaultOperation.Approve, seconds: 20);
        var call = Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Time.TimerSetAsync();
        Host.Time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(0);
        Host.Time.Advance(TimeSpan.FromTicks(1));
        (await call).Amount.TotalWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Approve_SlowAndGivenUp_CapturesAllTheSame()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await DelayAsync(FaultKind.Slow, FaultOperation.Approve, seconds: 20);
        await ApproveIsGivenUpAsync(approve);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(0);

        Host.Time.Advance(TimeSpan.FromSeconds(20));
        while (await Host.StatusAsync(approve.Tid) != PaymentStatus.SuccessPayment)
            Cancellation.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task Approve_WhileAnotherIsSlow_IsADuplicate()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await DelayAsync(FaultKind.Slow, FaultOperation.Approve, seconds: 1);
        var slow = Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Time.TimerSetAsync();
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(KakaoPayErrorCode.DuplicateRequest);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        (await slow).Amount.TotalWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Approve_Zombie_CapturesLongAfterTheClientGaveUp()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await DelayAsync(FaultKind.Zombie, FaultOperation.Approve, seconds: 60);
        await ApproveIsGivenUpAsync(approve);

        (await Host.StatusAsync(approve.Tid)).ShouldBe(PaymentStatus.AuthPassword);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(KakaoPayErrorCode.DuplicateRequest);
        Host.Time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        await LedgerIsAsync("AUTH_PASSWORD", captured: 0);
        Host.Time.Advance(TimeSpan.FromTicks(1));
        await LedgerIsAsync("SUCCESS_PAYMENT", captured: 9000);
        (await ApproveIsRefusedAsync(approve)).ErrorCode.ShouldBe(KakaoPayErrorCode.AlreadyPaid);
    }

    private async Task AddAsync(FaultKind kind, FaultOperation operation) =>
        await Host.Simulator.Faults.AddAsync(new Fault { OrderId = "order-1", Operation = operation, Kind = kind });

    private async Task DelayAsync(FaultKind kind, FaultOperation operation, int seconds) =>
        await Host.Simulator.Faults.AddAsync(
            new Fault { OrderId = "order-1", Operation = operation, Kind = kind, DelayMs = seconds * 1000 });

    private async Task LedgerIsAsync(string status, long captured)
    {
        var entry = await Host.EntryAsync("order-1");
        (entry.Status, entry.CapturedWon).ShouldBe((status, captured));
    }

    /// <summary>The client waits for an answer until its patience is over.</summary>
    private async Task ApproveIsGivenUpAsync(ApproveRequest approve)
    {
        var call = Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Time.TimerSetAsync();
        Host.ClientTime.Advance(TimeSpan.FromSeconds(15));
        await Should.ThrowAsync<KakaoPayUnansweredException>(call);
    }

    private Task<KakaoPayRefusedException> ApproveIsRefusedAsync(ApproveRequest approve) =>
        Should.ThrowAsync<KakaoPayRefusedException>(() => Host.Client.ApproveAsync(approve, Cancellation));
}
