using KakaoWorkflow.Orders;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Takes off an order what nobody can use any more, so that nobody goes on sending messages about it. May find it gone, or
/// something newer in its place; then it changes nothing.
/// </summary>
internal sealed class SpentCallback(OrderTable table)
{
    /// <summary>Takes off a task token that Step Functions does not know any more.</summary>
    public Task ForgetTokenAsync(OrderId orderId, Credential taskToken, CancellationToken cancellationToken) => table.TryUpdateAsync(
        new ItemChange(ItemKey.Order(orderId))
            .Remove(OrderAttributes.TaskToken)
            .If(OrderAttributes.TaskToken, Attributes.Text(taskToken)),
        cancellationToken);

    /// <summary>Takes off a cancel or fail redirect that KakaoPay did not confirm. An approval stays.</summary>
    /// <param name="order">The order as it was when KakaoPay was asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ForgetHintAsync(Order order, CancellationToken cancellationToken) => order.CallbackAt is { } parkedAt
        ? table.TryUpdateAsync(
            new ItemChange(ItemKey.Order(order.OrderId))
                .Remove(OrderAttributes.CallbackKind, OrderAttributes.CallbackAt)
                .If(OrderAttributes.PgToken, null)
                .If(OrderAttributes.CallbackAt, Attributes.Instant(parkedAt)),
            cancellationToken)
        : Task.CompletedTask;
}
