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
        if (orderId is null && !call.HasClientExtra(SkillTexts.OrderIdExtra) && await _accounts.MemberOfAsync(customerId) is { } memberId)
            orderId = await _orders.LatestOrderIdAsync(memberId);
        if (!OrderIds.IsPlausible(orderId))
            return null;
        var order = await _orders.FindAsync(orderId!);
        return order?.CustomerId == customerId ? order : null;
    }
}
