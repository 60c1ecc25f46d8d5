using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Finds the order that a customer means: the one whose number the pressed button carries, else the one in flight, else the
/// latest. Somebody else's is not found.
/// </summary>
internal sealed class CustomerOrder(FunctionServices services)
{
    private readonly OrderRecords _orders = services.Orders;
    private readonly Accounts _accounts = services.Accounts;
    private readonly CustomerIdHasher _customerIds = services.CustomerIds;
    private readonly TimeProvider _time = services.Time;
    private readonly TimeSpan _cancelWithin = services.CustomerCancelWithin;

    /// <summary>Whether the customer typed instead of pressing. A button whose number cannot be read must not act on another order.</summary>
    public static bool IsTyped(SkillRequest call) => !call.HasClientExtra(SkillTexts.OrderIdExtra);

    /// <summary>The customer's wish to cancel a paid order in the chat.</summary>
    public RefundRequest Cancel(Order order) => RefundRequest.ByCustomer(order.OrderId) with { Within = _cancelWithin };

    /// <summary>Whether cancelling a paid order is offered: it would be taken now.</summary>
    public bool MayCancel(Order order) =>
        order is { RecalledAt: null, OpenRefund: null } && Cancel(order).RefusalFor(order, _time.GetUtcNow()) is null;

    public async Task<Order?> FindAsync(SkillRequest call, CancellationToken cancellationToken)
    {
        var customerId = _customerIds.IdOf(call.UserId);
        var order = IsTyped(call)
            ? await LatestAsync(customerId, cancellationToken)
            : await ReadAsync(call.ClientExtra(SkillTexts.OrderIdExtra), cancellationToken);
        return order?.CustomerId == customerId ? order : null;
    }

    /// <summary>The customer's order in flight; null when there is none.</summary>
    public async Task<Order?> FindOpenAsync(SkillRequest call, CancellationToken cancellationToken)
    {
        var customerId = _customerIds.IdOf(call.UserId);
        var memberId = await _accounts.MemberOfAsync(customerId, cancellationToken);
        var account = memberId is null ? null : await _accounts.FindAsync(memberId, cancellationToken);
        return await ReadAsync(account?.OpenOrderId, cancellationToken) is { IsOpen: true } open && open.CustomerId == customerId ? open : null;
    }

    /// <summary>
    /// The order in flight goes first: a later one that was refused since it is in flight says nothing. Else the index may be late,
    /// so the account names the latest order that was quoted. The index adds those that were refused before that, and those of
    /// earlier versions.
    /// </summary>
    private async Task<Order?> LatestAsync(string customerId, CancellationToken cancellationToken)
    {
        if (await _accounts.MemberOfAsync(customerId, cancellationToken) is not { } memberId)
            return null;
        var account = await _accounts.FindAsync(memberId, cancellationToken);
        if (account?.OpenOrderId is not null)
            return await ReadAsync(account.OpenOrderId, cancellationToken);
        var named = account?.LastOrderId;
        var shown = await _orders.LatestOrderIdAsync(memberId, cancellationToken);
        var order = await ReadAsync(named, cancellationToken);
        if (shown is null || shown.ToString() == named)
            return order;
        var other = await ReadAsync(shown, cancellationToken);
        return order is null || other?.CreatedAt > order.CreatedAt ? other : order;
    }

    private async Task<Order?> ReadAsync(string? text, CancellationToken cancellationToken) =>
        OrderId.TryParse(text, out var orderId) ? await _orders.FindAsync(orderId, cancellationToken) : null;
}
