using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
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

    /// <summary>Whether the customer typed instead of pressing. A button whose number cannot be read must not act on another order.</summary>
    public static bool IsTyped(SkillRequest call) => !call.HasClientExtra(SkillTexts.OrderIdExtra);

    public async Task<Order?> FindAsync(SkillRequest call)
    {
        var orderId = call.ClientExtra(SkillTexts.OrderIdExtra);
        if (IsTyped(call))
        {
            var memberId = await _accounts.MemberOfAsync(_customerIds.IdOf(call.UserId));
            if (memberId is not null)
                orderId = (await _accounts.FindAsync(memberId))?.OpenOrderId ?? await _orders.LatestOrderIdAsync(memberId);
        }
        return await OwnAsync(call, orderId);
    }

    /// <summary>The customer's order in flight; null when there is none.</summary>
    public async Task<Order?> FindOpenAsync(SkillRequest call)
    {
        var memberId = await _accounts.MemberOfAsync(_customerIds.IdOf(call.UserId));
        var account = memberId is null ? null : await _accounts.FindAsync(memberId);
        return await OwnAsync(call, account?.OpenOrderId) is { IsOpen: true } open ? open : null;
    }

    private async Task<Order?> OwnAsync(SkillRequest call, string? orderId)
    {
        if (!OrderIds.IsPlausible(orderId))
            return null;
        var order = await _orders.FindAsync(orderId);
        return order?.CustomerId == _customerIds.IdOf(call.UserId) ? order : null;
    }
}
