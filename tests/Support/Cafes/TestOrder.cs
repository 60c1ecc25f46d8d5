using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>An order and what its steps have answered so far.</summary>
internal sealed record TestOrder(TestMember Member, OrderId OrderId)
{
    public OrderQuote Quote { get; init; } = null!;

    public PreparedPayment Payment { get; init; } = null!;

    public ApprovedPayment? Approval { get; init; }
}
