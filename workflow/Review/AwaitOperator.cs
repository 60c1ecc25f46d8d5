using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// Puts an order that cannot go on before a person: the failed step, its error, the token that resumes it, and in the same
/// transaction the matter <see cref="AttentionKind.OrderInReview"/>, by which it is found.
/// May find the order open (status REVIEW), in review (the newer token replaces the older one), ended (status and mark stay:
/// what the reconciler or a refund has still to do there goes on), or missing because its quote never succeeded (creates a
/// record to be found by).
/// </summary>
public sealed class AwaitOperator(OrderTable table, TimeProvider time)
{
    /// <summary>The longest failure text that is kept.</summary>
    public const int MaxFailureLength = 500;

    private readonly OrderRecords _orders = new(table);

    /// <summary>Carries out the step; it returns while the execution goes on waiting.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="failedStep">The state that failed, to which a resume returns.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The error's cause as the state machine has it: for a Lambda its error document.</param>
    /// <param name="taskToken">Resumes the execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OrderConflictException">The order has changed meanwhile; a repeat sees how.</exception>
    public async Task RunAsync(
        OrderId orderId, string failedStep, string error, string? cause, Credential taskToken, CancellationToken cancellationToken = default)
    {
        var order = await _orders.FindAsync(orderId, cancellationToken);
        var failure = FailureText.Of(error, cause, MaxFailureLength);
        var now = time.GetUtcNow();
        var change = Unchanged(orderId, order)
            .Set(OrderAttributes.OrderId, Attributes.Text(orderId))
            .Set(OrderAttributes.FailedStep, Attributes.Text(failedStep))
            .Set(OrderAttributes.Failure, Attributes.Text(failure))
            .Set(OrderAttributes.ReviewToken, Attributes.Text(taskToken))
            .Remove(OrderAttributes.TaskToken, OrderAttributes.ResumeAskedAt);
        if (order is not { IsOpen: false })
            change.To(orderId, OrderStatus.Review, now).SetOnce(OrderAttributes.CreatedAt, Attributes.Instant(now));
        var matter = AttentionWrites.OpenOrder(table.Name, AttentionKind.OrderInReview, orderId, $"{failedStep}: {failure}", now);
        if (!await table.TransactAsync([change.ToWrite(table.Name), matter], cancellationToken))
            throw new OrderConflictException(orderId);
    }

    /// <summary>
    /// An order that ends in the meantime fails the condition, and the repeat sees it ended. So does the write of an attempt that
    /// was given up and comes after the next one's: nobody could resume the execution by the token that it brings.
    /// </summary>
    private static ItemChange Unchanged(OrderId orderId, Order? order)
    {
        var change = new ItemChange(ItemKey.Order(orderId));
        return order is null
            ? change.IfNew()
            : change
                .IfStatusIn(order.Status)
                .If(OrderAttributes.StatusSince, Attributes.Instant(order.StatusSince))
                .If(OrderAttributes.ReviewToken, order.ReviewToken is { } older ? Attributes.Text(older) : null);
    }
}
