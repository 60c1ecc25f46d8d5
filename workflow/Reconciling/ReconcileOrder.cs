using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Finds out what is true of one order that stopped moving, and repairs it.
/// May find a review (keeps it true, then goes on), a refund under way (carries it on), a paid order that the board does not show (puts it
/// there), one that has ended with its money unchecked (asks KakaoPay once more),
/// one whose callback was lost (sends it again), one that no execution carries on (ends it), or one that moves, that is done, or whose mark
/// is younger than the rules say (leaves it).
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
    /// <summary>Looks at an order. Where it stands and since when says its record alone: the index that led here may be late.</summary>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not answer; the next run asks again.</exception>
    /// <exception cref="OrderConflictException">Another one is at it.</exception>
    public async Task<ReconciledOrder> RunAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var order = await review.LookAsync(await orders.GetAsync(orderId, cancellationToken), cancellationToken);
        if (time.GetUtcNow() - order.StatusSince < rules.AgeOf(order.OpenStatus))
            return new ReconciledOrder(orderId, ReconcileFinding.Moving);
        if (order.OpenRefund is not null)
            return await CarryOnAsync(orderId, cancellationToken);
        if (order.OpenStatus == OpenMark.MoneyUnchecked)
            return await abandoned.CheckMoneyAsync(order, cancellationToken);
        if (order.OpenStatus == OpenMark.Unannounced)
            return new ReconciledOrder(orderId, await board.AddAsync(orderId, cancellationToken) ? ReconcileFinding.PutOnBoard : ReconcileFinding.Moving);
        if (!order.IsOpen)
            return order.ReviewToken is null
                ? new ReconciledOrder(orderId, ReconcileFinding.Moving)
                : new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator, order.FailedStep);

        var age = time.GetUtcNow() - order.StatusSince;
        var lost = LostCallback(order, age);
        if (order.Status == OrderStatus.AwaitingPayment && lost is null && age < rules.PaymentPatience)
            return new ReconciledOrder(orderId, ReconcileFinding.Moving);

        var (isRunning, stoppedAt) = await executions.FindAsync(orderId, cancellationToken);
        if (!isRunning)
            return await EndAsync(order, stoppedAt, age, cancellationToken);
        if (order.Status == OrderStatus.Review)
            return new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator, order.FailedStep);
        if (lost is null)
            return new ReconciledOrder(orderId, ReconcileFinding.Moving);
        // A redirect that proves nothing gets one last look: its own looks are over, or its message was lost.
        var looks = lost.IsHint ? SettleCallback.LookAgainAfter.Count : 0;
        await callbacks.SendAsync(new CallbackMessage(orderId, lost.Kind, looks), cancellationToken);
        return new ReconciledOrder(orderId, ReconcileFinding.CallbackSentAgain);
    }

    private async Task<ReconciledOrder> CarryOnAsync(OrderId orderId, CancellationToken cancellationToken)
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
            return new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson, error.Message) { Attention = AttentionKind.RefundMismatch };
        }
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

    /// <summary>
    /// A parked callback while its execution may still wait for it. A message about a token that is used up takes the token
    /// off the order, and after the wait of AwaitApproval no token is good: so an order in doubt is not searched for days.
    /// </summary>
    private DueCallback? LostCallback(Order order, TimeSpan age)
    {
        if (order is not { Status: OrderStatus.AwaitingPayment, TaskToken: not null } || age >= rules.PaymentPatience || DueCallback.Of(order) is not { } due)
            return null;
        return time.GetUtcNow() - due.Since >= (due.IsHint ? rules.HintPatience : rules.CallbackPatience) ? due : null;
    }
}
