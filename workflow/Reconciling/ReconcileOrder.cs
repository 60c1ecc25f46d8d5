using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Finds out what is true of one order that stopped moving, and repairs it.
/// May find a review (keeps it true, then goes on), a refund under way (carries it on), a paid order that the board does not show (puts it there), one that has ended with its money unchecked (asks KakaoPay once more),
/// one whose callback was lost (sends it again), one that no execution carries on (ends it), or one that moves (leaves it).
/// </summary>
/// <param name="orders">Reads orders.</param>
/// <param name="executions">Asks Step Functions.</param>
/// <param name="callbacks">Sends lost callbacks again.</param>
/// <param name="carryOn">Carries refunds on.</param>
/// <param name="abandoned">Ends orders without an execution, and checks the money of ended ones.</param>
/// <param name="review">Keeps reviews true.</param>
/// <param name="board">Where paid orders must be.</param>
/// <param name="rules">What old means.</param>
/// <param name="time">The clock.</param>
public sealed class ReconcileOrder(
    OrderRecords orders, OrderExecutions executions, ICallbackQueue callbacks, CarryOnRefund carryOn, AbandonedOrder abandoned,
    OrderInReview review, OrderBoard board, ReconcileRules rules, TimeProvider time)
{
    /// <summary>Looks at an order.</summary>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not answer; the next run asks again.</exception>
    /// <exception cref="OrderConflictException">Another one is at it.</exception>
    public async Task<ReconciledOrder> RunAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await review.LookAsync(await orders.GetAsync(orderId, cancellationToken), cancellationToken);
        if (order.OpenRefund is not null)
            return await WatchAsync(CarryOnAsync(order, cancellationToken), orderId, order.StatusSince, AttentionKind.RefundStuck);
        if (order.OpenStatus == OpenMark.MoneyUnchecked)
            return await WatchAsync(abandoned.CheckMoneyAsync(order, cancellationToken), orderId, order.StatusSince, AttentionKind.PaymentInDoubt);
        if (order.OpenStatus == OpenMark.Unannounced)
            return new ReconciledOrder(orderId, await board.AddAsync(orderId, cancellationToken) ? ReconcileFinding.PutOnBoard : ReconcileFinding.Moving);
        if (!order.IsOpen)
            return order.ReviewToken is null
                ? new ReconciledOrder(orderId, ReconcileFinding.Moving)
                : new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator, order.FailedStep);

        var hasLostCallback = HasLostCallback(order);
        var age = time.GetUtcNow() - order.StatusSince;
        if (order.Status == OrderStatus.AwaitingPayment && !hasLostCallback && age < rules.PaymentPatience)
            return new ReconciledOrder(orderId, ReconcileFinding.Moving);

        var (isRunning, stoppedAt) = await executions.FindAsync(orderId, cancellationToken);
        if (!isRunning)
            return await EndAsync(order, stoppedAt, age, cancellationToken);
        if (order.Status == OrderStatus.Review)
            return new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator, order.FailedStep);
        if (!hasLostCallback)
            return new ReconciledOrder(orderId, ReconcileFinding.Moving);
        var kind = order.WithdrawnAt is not null ? CallbackKind.Withdrawn : order.CallbackKind ?? CallbackKind.Approved;
        await callbacks.SendAsync(new CallbackMessage(orderId, kind), cancellationToken);
        return new ReconciledOrder(orderId, ReconcileFinding.CallbackSentAgain);
    }

    private async Task<ReconciledOrder> CarryOnAsync(Order order, CancellationToken cancellationToken)
    {
        try
        {
            return await carryOn.RunAsync(order.OrderId, cancellationToken) is null
                ? new ReconciledOrder(order.OrderId, ReconcileFinding.Moving)
                : new ReconciledOrder(order.OrderId, ReconcileFinding.RefundSettled);
        }
        catch (RefundMismatchException error)
        {
            return new ReconciledOrder(order.OrderId, ReconcileFinding.NeedsPerson, error.Message) { Attention = AttentionKind.RefundMismatch };
        }
    }

    /// <summary>What is in doubt for long becomes a matter, while it is still asked.</summary>
    private async Task<ReconciledOrder> WatchAsync(Task<ReconciledOrder> look, string orderId, DateTimeOffset since, string kind)
    {
        try
        {
            return await look;
        }
        catch (PaymentInDoubtException error) when (time.GetUtcNow() - since >= rules.StuckAfter)
        {
            return new ReconciledOrder(orderId, ReconcileFinding.InDoubt, error.Message) { Attention = kind };
        }
    }

    private async Task<ReconciledOrder> EndAsync(
        Order order, DateTimeOffset? stoppedAt, TimeSpan age, CancellationToken cancellationToken)
    {
        // Step Functions may not show a new execution yet, and a function of an ended one may still run.
        var isQuiet = stoppedAt is { } instant ? time.GetUtcNow() - instant >= rules.ExecutionGrace : age >= rules.PreparationPatience;
        return isQuiet
            ? await WatchAsync(
                abandoned.EndAsync(order, cancellationToken), order.OrderId, stoppedAt ?? order.StatusSince, AttentionKind.OrderStuck)
            : new ReconciledOrder(order.OrderId, ReconcileFinding.Moving);
    }

    private bool HasLostCallback(Order order)
    {
        if (order is not { Status: OrderStatus.AwaitingPayment, TaskToken: not null })
            return false;
        var since = order.WithdrawnAt ?? (order.PgToken is null ? null : order.CallbackAt);
        return since is { } instant && time.GetUtcNow() - instant >= rules.CallbackPatience;
    }
}
