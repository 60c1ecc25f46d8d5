using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Tests.Lambdas.Texts;

/// <summary>Where an order may stand: what it says on top of its status.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Status">One of <see cref="OrderStatus"/>.</param>
/// <param name="More">Further attributes of the record.</param>
internal sealed record OrderSituation(string Name, string Status, params (string Name, AttributeValue Value)[] More)
{
    private static readonly AttributeValue Instant = Attributes.Instant(new DateTimeOffset(2026, 3, 1, 0, 1, 0, TimeSpan.Zero));
    private static readonly (string, AttributeValue) Withdrawn = ("withdrawnAt", Instant);
    private static readonly (string, AttributeValue) Approved = ("pgToken", Attributes.Text("pg-token-SECRET"));
    private static readonly (string, AttributeValue) PaidAt = ("paidAt", Instant);
    private static readonly (string, AttributeValue) MobileUrl = ("redirectMobileUrl", Attributes.Text("https://kakaopay.example/mobile"));
    private static readonly (string, AttributeValue) PcUrl = ("redirectPcUrl", Attributes.Text("https://kakaopay.example/pc"));

    public static IReadOnlyList<OrderSituation> Open { get; } =
    [
        new("quoted", OrderStatus.Quoted),
        new("quoted, withdrawn", OrderStatus.Quoted, Withdrawn),
        new("reserved", OrderStatus.Reserved),
        new("reserved, withdrawn", OrderStatus.Reserved, Withdrawn),
        new("awaiting payment", OrderStatus.AwaitingPayment, MobileUrl, PcUrl),
        new("awaiting payment, withdrawn", OrderStatus.AwaitingPayment, MobileUrl, PcUrl, Withdrawn),
        new("authenticated", OrderStatus.AwaitingPayment, MobileUrl, PcUrl, Approved),
        new("authenticated, withdrawn", OrderStatus.AwaitingPayment, MobileUrl, PcUrl, Approved, Withdrawn),
        new("review", OrderStatus.Review),
        new("review, withdrawn", OrderStatus.Review, Withdrawn),
    ];

    public static IReadOnlyList<OrderSituation> Paid { get; } =
    [
        new("paid", OrderStatus.Paid, PaidAt),
        new("to make", OrderStatus.Paid, PaidAt, ("preparation", Attributes.Text(Preparation.ToMake))),
        new("paid an hour ago", OrderStatus.Paid, ("paidAt", Attributes.Instant(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero)))),
        new("making", OrderStatus.Paid, PaidAt, ("preparation", Attributes.Text(Preparation.Making))),
        new("made", OrderStatus.Paid, PaidAt, ("preparation", Attributes.Text(Preparation.Made))),
        new("picked up", OrderStatus.Paid, PaidAt, ("preparation", Attributes.Text(Preparation.PickedUp))),
        new("being refunded", OrderStatus.Paid, PaidAt, ("openRefund", Attributes.Number(1)), ("recalledAt", Instant), Refunded(3)),
        new("being refunded in part", OrderStatus.Paid, PaidAt, ("openRefund", Attributes.Number(1)), Refunded(1)),
    ];

    public static IReadOnlyList<OrderSituation> Ended { get; } =
    [
        new("cancelled", OrderStatus.Cancelled),
        new("expired", OrderStatus.Expired),
        new("declined", OrderStatus.Declined),
        new("refunded before it was committed", OrderStatus.Refunded),
        new("refunded", OrderStatus.Refunded, PaidAt, Refunded(3)),
    ];

    /// <summary>Each status without a sale with each reason that it may have.</summary>
    public static IReadOnlyList<OrderSituation> EndedBecause { get; } =
    [
        .. from status in new[] { OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Declined, OrderStatus.Refunded }
           from reason in EndReason.All
           select new OrderSituation($"{status.ToLowerInvariant()}: {reason}", status, ("endReason", Attributes.Text(reason))),
    ];

    public static IReadOnlyList<OrderSituation> Rejected { get; } =
    [
        .. new[]
        {
            Rejection.UnknownItem, Rejection.SoldOut, Rejection.BadQuantity, Rejection.BadLines, Rejection.BadPoints, Rejection.InsufficientPoints,
            Rejection.BelowMinimumPayment, Rejection.AboveMaximumPayment, Rejection.SheetExpired, Rejection.PriceChanged,
            Rejection.AnotherOrderOpen, Rejection.NotAMember, Rejection.Ended,
        }.Select(code => new OrderSituation("rejected: " + code, OrderStatus.Rejected, ("rejectionCode", Attributes.Text(code)))),
    ];

    private static (string, AttributeValue) Refunded(long quantity) => ("refundedQuantities", Attributes.Numbers([quantity]));
}
