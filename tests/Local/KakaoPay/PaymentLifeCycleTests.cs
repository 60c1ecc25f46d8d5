using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tests.Support.KakaoPay;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>The client against the simulator: a payment from its preparation to its last refund.</summary>
public sealed class PaymentLifeCycleTests : SimulatorTests
{
    [Fact]
    public async Task Payment_FromReadyToFullCancel_ShowsEachStatus()
    {
        var ready = await Host.ReadyAsync("order-1");
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.Ready);

        (await Host.Customer.OpenAsync(ready.PcUrl, Cancellation)).ShouldBe(ready.PcUrl);
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.SendTms);

        await Host.Customer.OpenAsync(ready.MobileUrl, Cancellation);
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.OpenPayment);

        var location = await Host.Customer.PayAsync(ready.MobileUrl, Cancellation);
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.AuthPassword);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(0);

        var approve = new ApproveRequest
        {
            Tid = ready.Tid,
            PartnerOrderId = "order-1",
            PartnerUserId = "member-1",
            PgToken = new PgToken(location.Query.Split("pg_token=")[1]),
            TotalWon = 9000,
            Payload = "note",
        };
        var approved = await Host.Client.ApproveAsync(approve, Cancellation);
        approved.Amount.ShouldBe(new PaymentAmount { TotalWon = 9000, VatWon = 818 });
        approved.Payload.ShouldBe("note");
        approved.PaymentMethodType.ShouldBe("MONEY");
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.SuccessPayment);

        await CancelAsync(ready.Tid, 4000);
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.PartCancelPayment);
        var last = await CancelAsync(ready.Tid, 5000);
        last.Status.ShouldBe(PaymentStatus.CancelPayment);

        var order = await Host.Client.OrderAsync(ready.Tid, Cancellation);
        order.Status.ShouldBe(PaymentStatus.CancelPayment);
        order.CanceledAmount.ShouldBe(new PaymentAmount { TotalWon = 9000, VatWon = 818 });
        order.CancelAvailableAmount.ShouldBe(new PaymentAmount { TotalWon = 0 });
        order.Actions!.Select(action => (action.Type, action.Won)).ShouldBe(
            [("PAYMENT", 9000), ("CANCEL", 4000), ("CANCEL", 5000)]);
        (await Host.EntryAsync("order-1")).ShouldSatisfyAllConditions(
            entry => entry.Status.ShouldBe("CANCEL_PAYMENT"),
            entry => entry.CapturedWon.ShouldBe(9000),
            entry => entry.CancelledWon.ShouldBe(9000));
    }

    [Fact]
    public async Task Ready_Answered_HasIdsAndTimesInKakaoPaysShapes()
    {
        var ready = await Host.ReadyAsync("order-1");
        ready.Tid.ShouldMatch("^T[0-9a-f]{19}$");
        ready.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.FromHours(9)));
        new[] { ready.PcUrl, ready.MobileUrl, ready.AppUrl! }.ShouldAllBe(
            url => !url.ToString().Contains(ready.Tid, StringComparison.Ordinal));

        var approve = await Host.AuthenticateAsync("order-2");
        approve.PgToken.Value.ShouldMatch("^[0-9a-f]{20}$");
        (await Host.Client.ApproveAsync(approve, Cancellation)).Aid.ShouldMatch("^A[0-9a-f]{19}$");
    }

    [Fact]
    public async Task Ready_Twice_PreparesTwoPaymentsOfOneOrder()
    {
        var first = await Host.ReadyAsync("order-1");
        var second = await Host.ReadyAsync("order-1");
        second.Tid.ShouldNotBe(first.Tid);
        var page = await Host.Simulator.Payments.ReadPageAsync("order-1");
        page.Payments.Select(entry => entry.Tid).ShouldBe([first.Tid, second.Tid]);
    }

    [Fact]
    public async Task Customer_Quitting_EndsThePayment()
    {
        var ready = await Host.ReadyAsync("order-1");
        (await Host.Customer.QuitAsync(ready.PcUrl, Cancellation)).ShouldBe(
            new Uri("https://cafe.example/pay/order-1/cancelled"));
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.QuitPayment);
        (await Host.Customer.PayAsync(ready.MobileUrl, Cancellation)).ShouldBe(
            new Uri("https://cafe.example/pay/order-1/cancelled"));
    }

    [Fact]
    public async Task Customer_FailingToAuthenticate_EndsThePayment()
    {
        var ready = await Host.ReadyAsync("order-1");
        (await Host.Customer.FailAsync(ready.MobileUrl, Cancellation)).ShouldBe(
            new Uri("https://cafe.example/pay/order-1/failed"));
        (await Host.StatusAsync(ready.Tid)).ShouldBe(PaymentStatus.FailAuthPassword);
    }

    [Fact]
    public async Task Customer_GoingBackAndPayingAfterAll_CanBeApproved()
    {
        var ready = await Host.ReadyAsync("order-1");
        (await Host.Customer.GoBackAsync(ready.MobileUrl, Cancellation)).ShouldBe(
            new Uri("https://cafe.example/pay/order-1/cancelled"));
        (await Host.StatusAsync(ready.Tid)).State.ShouldBe(PaymentState.Pending);
        (await Host.Customer.PayAsync(ready.MobileUrl, Cancellation)).AbsolutePath.ShouldBe("/pay/order-1/approved");
    }

    [Fact]
    public async Task Customer_PayingOnPcAndPhone_GetsTheSameToken()
    {
        var ready = await Host.ReadyAsync("order-1");
        var onPc = await Host.Customer.PayAsync(ready.PcUrl, Cancellation);
        var onPhone = await Host.Customer.PayAsync(ready.MobileUrl, Cancellation);
        onPhone.ShouldBe(onPc);
        onPc.Query.ShouldStartWith("?sig=1&pg_token=");
    }

    [Fact]
    public async Task Card_Chosen_IsInTheAnswers()
    {
        var approve = await Host.AuthenticateAsync("order-1", method: "CARD");
        (await Host.Client.ApproveAsync(approve, Cancellation)).PaymentMethodType.ShouldBe("CARD");
        var money = await Host.Client.ReadyAsync(
            SimulatorHost.ReadyFor("order-2") with { PaymentMethodType = "MONEY" }, Cancellation);
        await Host.Customer.PayAsync(money.MobileUrl, Cancellation, "CARD");
        (await Host.Client.OrderAsync(money.Tid, Cancellation)).PaymentMethodType.ShouldBe("MONEY");
    }

    [Fact]
    public async Task PartialCancels_InThirds_GiveBackEachWonOnce()
    {
        var tid = await Host.PayAsync("order-1", 100);
        var vat = 0L;
        foreach (var won in new[] { 33, 33, 34 })
            vat += (await CancelAsync(tid, won)).ApprovedCancelAmount.VatWon;
        vat.ShouldBe(9);
    }

    [Fact]
    public async Task Logs_OfAWholePayment_HoldNoSecret()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Client.ApproveAsync(approve, Cancellation);
        await CancelAsync(approve.Tid, 9000);
        Host.Logs.Lines.ShouldContain(line => line.Contains(approve.Tid, StringComparison.Ordinal));
        Host.Logs.Lines.ShouldAllBe(line => !line.Contains(approve.PgToken.Value, StringComparison.Ordinal));
        Host.Logs.Lines.ShouldAllBe(line => !line.Contains(SimulatorHost.Key, StringComparison.Ordinal));
    }

    private Task<CancelResponse> CancelAsync(string tid, long won) =>
        Host.Client.CancelAsync(new CancelRequest { Tid = tid, CancelWon = won, CancelTaxFreeWon = 0 }, Cancellation);
}
