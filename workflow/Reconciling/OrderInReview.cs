using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Keeps a review true. May find its execution waiting (renews the matter, which earlier versions did not have), a resume that
/// was written down and not finished (finishes it), or an execution that waits no more (ends the review of an order that has
/// ended; an open one is ended first).
/// </summary>
/// <param name="table">The table.</param>
/// <param name="orders">Reads orders.</param>
/// <param name="executions">Asks Step Functions.</param>
/// <param name="resume">Finishes resumes.</param>
/// <param name="rules">What old means.</param>
/// <param name="time">The clock.</param>
public sealed class OrderInReview(
    OrderTable table, OrderRecords orders, OrderExecutions executions, ResumeOrder resume, ReconcileRules rules, TimeProvider time)
{
    /// <summary>Looks at an order.</summary>
    /// <returns>The order as it is now.</returns>
    public async Task<Order> LookAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.ReviewToken is null && order is not { IsOpen: false, OpenStatus: OrderStatus.Review })
            return order;
        await ReviewEnd.RestoreMarkAsync(table, order, cancellationToken);
        if (order.ReviewToken is not null)
            await LookAtTokenAsync(order, cancellationToken);
        return await orders.GetAsync(order.OrderId, cancellationToken);
    }

    private async Task LookAtTokenAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.ResumeAskedAt is { } asked)
        {
            if (time.GetUtcNow() - asked >= rules.ResumePatience)
                await resume.FinishAsync(order, cancellationToken);
            return;
        }
        var (isRunning, stoppedAt) = await executions.FindAsync(order.OrderId, cancellationToken);
        if (isRunning)
            await RenewAsync(order, cancellationToken);
        else if (!order.IsOpen && (stoppedAt is not { } instant || time.GetUtcNow() - instant >= rules.ExecutionGrace))
            await ReviewEnd.TryAsync(table, order, cancellationToken);
    }

    private async Task RenewAsync(Order order, CancellationToken cancellationToken) => await table.TransactAsync(
        [
            new ItemChange(ItemKey.Order(order.OrderId)).If(OrderAttributes.ReviewToken, Attributes.Text(order.ReviewToken!)).ToCheck(table.Name),
            AttentionWrites.OpenOrder(
                table.Name, AttentionKind.OrderInReview, order.OrderId, $"{order.FailedStep}: {order.Failure}", time.GetUtcNow()),
        ],
        cancellationToken);
}
