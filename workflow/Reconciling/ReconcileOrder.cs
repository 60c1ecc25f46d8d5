using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Finds out what is true of one order that stopped moving, and repairs it.
/// May find a refund under way (carries it on), a paid order that the board does not show (puts it there), one that has ended with its money unchecked (asks KakaoPay once more),
/// one whose callback was lost (sends it again), one that no execution carries on (ends it), or one that moves (leaves it).
/// </summary>
/// <param name="orders">Reads orders.</param>
/// <param name="executions">Asks Step Functions.</param>
/// <param name="callbacks">Sends lost callbacks again.</param>
/// <param name="carryOn">Carries refunds on.</param>
/// <param name="abandoned">Ends orders without an execution, and checks the money of ended ones.</param>
/// <param name="board">Where paid orders must be.</param>
/// <param name="rules">What old means.</param>
/// <param name="time">The clock.</param>
public sealed class ReconcileOrder(
    OrderRecords orders, OrderExecutions executions, ICallbackQueue callbacks, CarryOnRefund carryOn, AbandonedOrder abandoned,
    OrderBoard board, ReconcileRules rules, TimeProvider time)
{
    /// <summary>Looks at an order.</summary>
    /// <exception cref="Payments.PaymentInDoubtException">KakaoPay does not answer; the next run asks again.</exception>
    /// <exception cref="OrderConflictException">Another one is at it.</exception>
    public async Task<ReconciledOrder> RunAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(orderId, cancellationToken);
        if (order.OpenRefund is not null)
            return await CarryOnAsync(orderId, cancellationToken);
        if (order.OpenStatus == OpenMark.MoneyUnchecked)
            return await abandoned.CheckMoneyAsync(order, cancellationToken);
        if (order.OpenStatus == OpenMark.Unannounced)
            return new ReconciledOrder(orderId, await board.AddAsync(orderId, cancellationToken) ? ReconcileFinding.PutOnBoard : ReconcileFinding.Moving);
        if (!order.IsOpen)
            return await LookAtMarkAsync(order, cancellationToken);

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

    private async Task<ReconciledOrder> CarryOnAsync(string orderId, CancellationToken cancellationToken)
    {
        try
        {
            return await carryOn.RunWhenDueAsync(orderId, cancellationToken) switch
            {
                null => new ReconciledOrder(orderId, ReconcileFinding.Moving),
                { State: RefundState.Settled } => new ReconciledOrder(orderId, ReconcileFinding.RefundSettled),
                _ => new ReconciledOrder(orderId, ReconcileFinding.InDoubt, "It waits for a person and is asked about less often."),
            };
        }
        catch (RefundMismatchException error)
        {
            return new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson, error.Message);
        }
    }

    private async Task<ReconciledOrder> LookAtMarkAsync(Order order, CancellationToken cancellationToken)
    {
        // The index may lag behind an order that has ended meanwhile; only a review mark keeps one here.
        if (order.OpenStatus != OrderStatus.Review)
            return new ReconciledOrder(order.OrderId, ReconcileFinding.Moving);
        var (isRunning, _) = await executions.FindAsync(order.OrderId, cancellationToken);
        return new ReconciledOrder(
            order.OrderId, isRunning ? ReconcileFinding.AwaitsOperator : ReconcileFinding.NeedsPerson, order.FailedStep);
    }

    private async Task<ReconciledOrder> EndAsync(
        Order order, DateTimeOffset? stoppedAt, TimeSpan age, CancellationToken cancellationToken)
    {
        // Step Functions may not show a new execution yet, and a function of an ended one may still run.
        var isQuiet = stoppedAt is { } instant ? time.GetUtcNow() - instant >= rules.ExecutionGrace : age >= rules.PreparationPatience;
        return isQuiet
            ? await abandoned.EndAsync(order, cancellationToken)
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
