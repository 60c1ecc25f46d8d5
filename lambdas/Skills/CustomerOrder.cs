using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>Finds the order that a customer means: the one whose number the pressed button carries, else the latest. Somebody else's is not found.</summary>
internal sealed class CustomerOrder(FunctionServices services)
{
    private readonly OrderRecords _orders = services.Orders;
    private readonly Accounts _accounts = services.Accounts;
    private readonly CustomerIdHasher _customerIds = services.CustomerIds;

    public async Task<Order?> FindAsync(SkillRequest call)
    {
        var customerId = _customerIds.IdOf(call.UserId);
        var orderId = call.ClientExtra(SkillTexts.OrderIdExtra);
        // A button that names an order in a way that cannot be read must not act on another one.
        var order = orderId is null && !call.HasClientExtra(SkillTexts.OrderIdExtra)
            ? await LatestAsync(customerId)
            : await ReadAsync(orderId);
        return order?.CustomerId == customerId ? order : null;
    }

    /// <summary>
    /// The index may be late, so the account names the latest order that was quoted. The index adds those that were refused before
    /// that, and those of earlier versions.
    /// </summary>
    private async Task<Order?> LatestAsync(string customerId)
    {
        if (await _accounts.MemberOfAsync(customerId) is not { } memberId)
            return null;
        var named = (await _accounts.FindAsync(memberId))?.LastOrderId;
        var shown = await _orders.LatestOrderIdAsync(memberId);
        var order = await ReadAsync(named);
        if (shown is null || shown == named)
            return order;
        var other = await ReadAsync(shown);
        return order is null || other?.CreatedAt > order.CreatedAt ? other : order;
    }

    private async Task<Order?> ReadAsync(string? orderId) => OrderIds.IsPlausible(orderId) ? await _orders.FindAsync(orderId!) : null;
}
