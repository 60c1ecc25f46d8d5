using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>An order and what its steps have answered so far.</summary>
internal sealed record TestOrder(TestMember Member, OrderId OrderId)
{
    /// <summary>The café's wish to refund all of it.</summary>
    public RefundRequest Refund => new(OrderId, "kim", "the milk was sour");

    public OrderQuote Quote { get; init; } = null!;

    public PreparedPayment Payment { get; init; } = null!;

    /// <summary>What KakaoPay's redirect has brought, once it has come.</summary>
    public PgToken PgToken { get; init; }

    public ApprovedPayment? Approval { get; init; }
}
