using System.Text.Json.Nodes;
using KakaoWorkflow.Board;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Play;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Carries one errand out. Whatever fails, the customer goes on as people do; nothing here decides how the order ends.</summary>
internal sealed class ChaosErrand(VirtualCafe cafe, Visit visit, Errand errand)
{
    private const int CafeLooks = 60;
    private const long WrongAmountWon = 700;
    private const long ZombieMilliseconds = 70_000;

    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(16);
    private static readonly TimeSpan CafeLooksEvery = TimeSpan.FromSeconds(20);

    /// <summary>From the order sheet to the last thing that anybody does with the order.</summary>
    public async Task RunAsync()
    {
        await WaitAsync(TimeSpan.FromSeconds(errand.AfterSeconds));
        if (await visit.TryOrderSheetAsync(errand.Menu, errand.Quantity, errand.Points) is not { } orderId)
            return;
        if (errand.BadDay is { } badDay)
            await visit.AddFaultAsync(BadDayOf(orderId, badDay));
        if (errand.Conduct == Conduct.TapsTwice)
            await Task.WhenAll(visit.PayAsync(), visit.PayAsync(), visit.PayAsync());
        else
            await visit.PayAsync();
        await ThinkAsync();
        await ConductAsync();
        await CafeAsync(orderId);
    }

    private async Task ConductAsync()
    {
        switch (errand.Conduct)
        {
            case Conduct.Pays or Conduct.TapsTwice:
                await PayAsync();
                break;
            case Conduct.PaysAndReloads:
                await visit.AgreeAsync();
                await ThinkAsync();
                await Task.WhenAll(visit.ReturnAsync(), visit.ReturnAsync(), visit.ReturnAsync());
                break;
            case Conduct.GoesBackThenPays:
                await visit.GoBackAsync();
                await ThinkAsync();
                await PayAsync();
                break;
            case Conduct.LosesTheWayBack:
                await visit.AgreeAsync();
                await ThinkAsync();
                await visit.ReopenAsync();
                break;
            case Conduct.ComesBackTooLate:
                await visit.AgreeAsync();
                await WaitAsync(TooLate);
                await visit.ReturnAsync();
                break;
            case Conduct.Quits:
                await visit.QuitAsync();
                break;
            case Conduct.Withdraws:
                await visit.WithdrawAsync();
                break;
            case Conduct.WithdrawsWhilePaying:
                await visit.AgreeAsync();
                await Task.WhenAll(visit.ReturnAsync(), visit.WithdrawAsync());
                break;
            case Conduct.PaysThenCancels:
                await PayAsync();
                await ThinkAsync();
                await visit.CancelPaidAsync();
                break;
            case Conduct.WalksAway:
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to do {errand.Conduct}.");
        }
    }

    private async Task PayAsync()
    {
        await visit.AgreeAsync();
        await ThinkAsync();
        await visit.ReturnAsync();
    }

    private async Task CafeAsync(OrderId orderId)
    {
        if (errand.Cafe == CafeMove.None)
            return;
        for (var look = 0; look < CafeLooks; look++)
        {
            var order = await cafe.Orders.FindAsync(orderId);
            if (order is { IsOpen: false, Status: not OrderStatus.Paid })
                return;
            if (order is { Status: OrderStatus.Paid, Preparation: not null })
            {
                await MoveAsync(orderId);
                return;
            }
            await WaitAsync(CafeLooksEvery);
        }
    }

    private async Task MoveAsync(OrderId orderId)
    {
        if (errand.Cafe == CafeMove.RefundsByItem)
        {
            await visit.RefundByCafeAsync(quantity: 1);
            await ThinkAsync();
            await visit.RefundByCafeAsync(quantity: Math.Min(2, errand.Quantity));
            return;
        }
        await TakeAsync(orderId, BoardMove.Start);
        await ThinkAsync();
        await TakeAsync(orderId, BoardMove.Made);
        await ThinkAsync();
        if (errand.Cafe != CafeMove.HandsOut)
            return;
        await TakeAsync(orderId, BoardMove.PickedUp);
        // Handed to the wrong customer, and called back to the counter.
        await TakeAsync(orderId, BoardMove.Undo);
        await ThinkAsync();
        await TakeAsync(orderId, BoardMove.PickedUp);
    }

    private Task<MovedOrder> TakeAsync(OrderId orderId, string move) => cafe.Barista.RunAsync(orderId, move, "barista");

    private JsonObject BadDayOf(OrderId orderId, Local.KakaoPay.Faults.FaultKind kind)
    {
        var fault = new JsonObject { ["orderId"] = (string?)orderId, ["operation"] = errand.BadDayAt.ToString(), ["kind"] = kind.ToString() };
        if (kind == Local.KakaoPay.Faults.FaultKind.AmountMismatch)
            fault["amountWon"] = WrongAmountWon;
        if (kind == Local.KakaoPay.Faults.FaultKind.Zombie)
            fault["delayMs"] = ZombieMilliseconds;
        return fault;
    }

    private Task ThinkAsync() => WaitAsync(TimeSpan.FromSeconds(errand.ThinkSeconds));

    private Task WaitAsync(TimeSpan time) => time > TimeSpan.Zero ? Task.Delay(time, cafe.Time) : Task.CompletedTask;
}
