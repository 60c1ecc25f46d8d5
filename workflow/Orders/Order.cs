using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>An order record as it was read. All that changes it are the steps of the workflow, the callbacks and the operator.</summary>
public sealed record Order
{
    /// <summary>The order's number: the order sheet's id and the execution's name.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>One of <see cref="OrderStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The member; empty only on an order that failed before it was quoted.</summary>
    public string MemberId { get; init; } = "";

    /// <summary>The chat user who ordered; empty only on an order that failed before it was quoted.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>What was ordered.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>The lines in a few words, as KakaoPay and the order board show them.</summary>
    public string ItemName { get; init; } = "";

    /// <summary>The sum of the lines.</summary>
    public long TotalWon { get; init; }

    /// <summary>How many points pay for a part of it.</summary>
    public long PointsUsed { get; init; }

    /// <summary>What KakaoPay is to collect: total minus points.</summary>
    public long AmountDueWon { get; init; }

    /// <summary>Points earned at the commit; null before it.</summary>
    public long? EarnedPoints { get; init; }

    /// <summary>How many of the earned points paid the member's debt at the commit instead of becoming available; 0 to <see cref="EarnedPoints"/>.</summary>
    public long DebtPaidPoints { get; init; }

    /// <summary>How many percent of the total it earned by the rule of its commit; null before it, and where an earlier version committed it.</summary>
    public int? EarnedPercent { get; init; }

    /// <summary>Why it was refused, a code of <see cref="Pricing.Rejection"/>; null unless REJECTED.</summary>
    public string? RejectionCode { get; init; }

    /// <summary>Why it ended without a sale, one of <see cref="Orders.EndReason"/>; null while it is open, on a sale, and on what earlier versions ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>KakaoPay's transaction; null before the payment is prepared.</summary>
    public string? Tid { get; init; }

    /// <summary>
    /// The shop's code at KakaoPay that its payment was prepared with; null before, and on what earlier versions prepared: then the
    /// configured one.
    /// </summary>
    public string? Cid { get; init; }

    /// <summary>
    /// What a person has found out about its payment, one of <see cref="Orders.SettledAs"/>; null while nobody had to. Who and why is in
    /// <c>operatorActions</c>.
    /// </summary>
    public string? SettledAs { get; init; }

    /// <summary>Who has; null while nobody had to.</summary>
    public string? SettledBy { get; init; }

    /// <summary>Why that is so; null while nobody had to.</summary>
    public string? SettledWhy { get; init; }

    /// <summary>When the latest cancel of an order without a sale was sent to KakaoPay, written down before it; null before the first.</summary>
    public DateTimeOffset? CancelSentAt { get; init; }

    /// <summary>Where a PC browser pays; null before the pay link works.</summary>
    public string? RedirectPcUrl { get; init; }

    /// <summary>Where a phone pays; null before the pay link works.</summary>
    public string? RedirectMobileUrl { get; init; }

    /// <summary>The waiting step's token; null while none waits.</summary>
    public Credential? TaskToken { get; init; }

    /// <summary>KakaoPay's proof of authentication, the newest that came; null until the approval callback.</summary>
    public Credential? PgToken { get; init; }

    /// <summary>The proofs whose place a newer one took, so that a reload of their address changes nothing; empty when none was.</summary>
    public IReadOnlyList<Credential> ReplacedPgTokens { get; init; } = [];

    /// <summary>The callback that waits to be handled, a value of <see cref="Callbacks.CallbackKind"/>; null when none came.</summary>
    public string? CallbackKind { get; init; }

    /// <summary>When the callback was parked.</summary>
    public DateTimeOffset? CallbackAt { get; init; }

    /// <summary>When the customer withdrew the order in the chat, or the reconciler gave it up; null otherwise. It is never committed then.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The step that failed for good; null unless an operator is or was needed.</summary>
    public string? FailedStep { get; init; }

    /// <summary>The failure in one line.</summary>
    public string? Failure { get; init; }

    /// <summary>The token that AwaitOperator waits with; null unless it waits.</summary>
    public Credential? ReviewToken { get; init; }

    /// <summary>When an operator asked for the resume that is not finished yet; null when none is.</summary>
    public DateTimeOffset? ResumeAskedAt { get; init; }

    /// <summary>The latest resume; null when there was none.</summary>
    public StepResume? LastResume { get; init; }

    /// <summary>The last four digits of the customer's number; empty only on an order that failed before it was quoted.</summary>
    public string PhoneLast4 { get; init; } = "";

    /// <summary>How far the café is, one of <see cref="Orders.Preparation"/>; null before the café has heard of it.</summary>
    public string? Preparation { get; init; }

    /// <summary>Who took it from step to step, oldest first; empty before the first move. Earlier versions wrote none.</summary>
    public IReadOnlyList<PreparationMove> Moves { get; init; } = [];

    /// <summary>The day under which the board's index shows it, as <c>2026-11-23</c>; null when it is not there.</summary>
    public string? BoardDay { get; init; }

    /// <summary>What the index of open orders shows it as: a status, or one of <see cref="OpenMark"/>; null when it is not there.</summary>
    public string? OpenStatus { get; init; }

    /// <summary>When it was committed; null unless it ever was.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>How many refunds were ever requested.</summary>
    public int RefundCount { get; init; }

    /// <summary>The number of the one refund that is under way; null when none is.</summary>
    public int? OpenRefund { get; init; }

    /// <summary>How many of each line have been refunded or are being refunded; empty when none.</summary>
    public IReadOnlyList<long> RefundedQuantities { get; init; } = [];

    /// <summary>What settled refunds gave back of the payment.</summary>
    public long RefundedWon { get; init; }

    /// <summary>The part of <see cref="RefundedWon"/> that went back by other means than KakaoPay, which therefore still shows it as kept.</summary>
    public long RefundedByHandWon { get; init; }

    /// <summary>What settled refunds gave back of the points that were spent.</summary>
    public long RefundedPoints { get; init; }

    /// <summary>What settled refunds took back of the points that were earned, debt included.</summary>
    public long TakenBackPoints { get; init; }

    /// <summary>When KakaoPay was asked, after its time for an approval, what it has of an order without a sale; null before.</summary>
    public DateTimeOffset? MoneyCheckedAt { get; init; }

    /// <summary>When all of the order was called back, so that the café does not make it any more; null otherwise.</summary>
    public DateTimeOffset? RecalledAt { get; init; }

    /// <summary>When the order was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the status became what it is.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>Whether it was committed once; a full refund may have ended that.</summary>
    public bool WasPaid => Status == OrderStatus.Paid || (Status == OrderStatus.Refunded && PaidAt is not null);

    /// <summary>Whether the café has to make it and has not heard of it yet.</summary>
    public bool AwaitsBoard => this is { Status: OrderStatus.Paid, Preparation: null, RecalledAt: null };

    /// <summary>Whether the café's board shows it: it is to be made, being made, or waits at the counter.</summary>
    public bool IsOnBoard => this is
    {
        Status: OrderStatus.Paid,
        RecalledAt: null,
        Preparation: Orders.Preparation.ToMake or Orders.Preparation.Making or Orders.Preparation.Made,
    };

    /// <summary>Whether the order still moves.</summary>
    public bool IsOpen => OrderStatus.IsOpen(Status);

    /// <summary>Whether nothing is left to do with it, for the code or for a person.</summary>
    public bool IsSettled => this is { IsOpen: false, OpenStatus: null, OpenRefund: null, ReviewToken: null };

    /// <summary>How many of a line, counted from 0, have been refunded or are being refunded.</summary>
    public long RefundedOf(int line) => line < RefundedQuantities.Count ? RefundedQuantities[line] : 0;

    /// <summary>The number of the order that an item belongs to.</summary>
    /// <exception cref="MalformedItemException">It has none.</exception>
    public static OrderId IdOf(Dictionary<string, AttributeValue> item) =>
        OrderId.TryParse(item.OptionalText(OrderAttributes.OrderId), out var orderId) ? orderId : throw new MalformedItemException(OrderAttributes.OrderId);

    /// <summary>Reads an order record.</summary>
    /// <exception cref="MalformedItemException">An attribute that each order has is missing.</exception>
    public static Order Read(Dictionary<string, AttributeValue> item) => new()
    {
        OrderId = IdOf(item),
        Status = item.Text(OrderAttributes.Status),
        MemberId = item.OptionalText(OrderAttributes.MemberId) ?? "",
        CustomerId = item.OptionalText(OrderAttributes.CustomerId) ?? "",
        Lines = OrderLineAttributes.Read(item),
        ItemName = item.OptionalText(OrderAttributes.ItemName) ?? "",
        TotalWon = item.OptionalNumber(OrderAttributes.TotalWon) ?? 0,
        PointsUsed = item.OptionalNumber(OrderAttributes.PointsUsed) ?? 0,
        AmountDueWon = item.OptionalNumber(OrderAttributes.AmountDueWon) ?? 0,
        EarnedPoints = item.OptionalNumber(OrderAttributes.EarnedPoints),
        DebtPaidPoints = item.OptionalNumber(OrderAttributes.DebtPaidPoints) ?? 0,
        EarnedPercent = (int?)item.OptionalNumber(OrderAttributes.EarnedPercent),
        RejectionCode = item.OptionalText(OrderAttributes.RejectionCode),
        EndReason = item.OptionalText(OrderAttributes.EndReason),
        Tid = item.OptionalText(OrderAttributes.Tid),
        Cid = item.OptionalText(OrderAttributes.Cid),
        SettledAs = item.OptionalText(OrderAttributes.SettledAs),
        SettledBy = item.OptionalText(OrderAttributes.SettledBy),
        SettledWhy = item.OptionalText(OrderAttributes.SettledWhy),
        CancelSentAt = item.OptionalInstant(OrderAttributes.CancelSentAt),
        RedirectPcUrl = item.OptionalText(OrderAttributes.RedirectPcUrl),
        RedirectMobileUrl = item.OptionalText(OrderAttributes.RedirectMobileUrl),
        TaskToken = item.OptionalCredential(OrderAttributes.TaskToken),
        PgToken = item.OptionalCredential(OrderAttributes.PgToken),
        ReplacedPgTokens = [.. item.Texts(OrderAttributes.ReplacedPgTokens).Select(token => new Credential(token))],
        CallbackKind = item.OptionalText(OrderAttributes.CallbackKind),
        CallbackAt = item.OptionalInstant(OrderAttributes.CallbackAt),
        WithdrawnAt = item.OptionalInstant(OrderAttributes.WithdrawnAt),
        FailedStep = item.OptionalText(OrderAttributes.FailedStep),
        Failure = item.OptionalText(OrderAttributes.Failure),
        ReviewToken = item.OptionalCredential(OrderAttributes.ReviewToken),
        ResumeAskedAt = item.OptionalInstant(OrderAttributes.ResumeAskedAt),
        LastResume = OperatorAction.LastResume(item),
        PhoneLast4 = item.OptionalText(OrderAttributes.PhoneLast4) ?? "",
        Preparation = item.OptionalText(OrderAttributes.Preparation),
        Moves = PreparationMove.ReadAll(item),
        BoardDay = item.OptionalText(OrderAttributes.BoardDay),
        OpenStatus = item.OptionalText(OrderAttributes.OpenStatus),
        PaidAt = item.OptionalInstant(OrderAttributes.PaidAt),
        RefundCount = (int)(item.OptionalNumber(OrderAttributes.RefundCount) ?? 0),
        OpenRefund = (int?)item.OptionalNumber(OrderAttributes.OpenRefund),
        RefundedQuantities = item.Numbers(OrderAttributes.RefundedQuantities),
        RefundedWon = item.OptionalNumber(OrderAttributes.RefundedWon) ?? 0,
        RefundedByHandWon = item.OptionalNumber(OrderAttributes.RefundedByHandWon) ?? 0,
        RefundedPoints = item.OptionalNumber(OrderAttributes.RefundedPoints) ?? 0,
        TakenBackPoints = item.OptionalNumber(OrderAttributes.TakenBackPoints) ?? 0,
        MoneyCheckedAt = item.OptionalInstant(OrderAttributes.MoneyCheckedAt),
        RecalledAt = item.OptionalInstant(OrderAttributes.RecalledAt),
        CreatedAt = item.Instant(OrderAttributes.CreatedAt),
        StatusSince = item.Instant(OrderAttributes.StatusSince),
    };
}
