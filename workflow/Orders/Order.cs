using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>An order record as it was read. All that changes it are the steps of the workflow, the callbacks and the operator.</summary>
public sealed record Order
{
    /// <summary>The order's number: the order sheet's id and the execution's name.</summary>
    public required string OrderId { get; init; }

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

    /// <summary>Why it was refused, a code of <see cref="Pricing.Rejection"/>; null unless REJECTED.</summary>
    public string? RejectionCode { get; init; }

    /// <summary>KakaoPay's transaction; null before the payment is prepared.</summary>
    public string? Tid { get; init; }

    /// <summary>Where a PC browser pays; null before the pay link works.</summary>
    public string? RedirectPcUrl { get; init; }

    /// <summary>Where a phone pays; null before the pay link works.</summary>
    public string? RedirectMobileUrl { get; init; }

    /// <summary>The waiting step's token; null while none waits. A credential: never logged or shown.</summary>
    public string? TaskToken { get; init; }

    /// <summary>KakaoPay's proof of authentication; null until the approval callback. A credential: never logged or shown.</summary>
    public string? PgToken { get; init; }

    /// <summary>The callback that waits to be handled, a value of <see cref="Callbacks.CallbackKind"/>; null when none came.</summary>
    public string? CallbackKind { get; init; }

    /// <summary>When the callback was parked.</summary>
    public DateTimeOffset? CallbackAt { get; init; }

    /// <summary>When the customer withdrew the order in the chat; null otherwise.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The step that failed for good; null unless an operator is or was needed.</summary>
    public string? FailedStep { get; init; }

    /// <summary>The failure in one line.</summary>
    public string? Failure { get; init; }

    /// <summary>The token that AwaitOperator waits with; null unless it waits. A credential: never logged or shown.</summary>
    public string? ReviewToken { get; init; }

    /// <summary>How far the café is: TO_MAKE, MADE, PICKED_UP; null before the café has heard of it.</summary>
    public string? Preparation { get; init; }

    /// <summary>When the order was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the status became what it is.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>Whether the order still moves.</summary>
    public bool IsOpen => OrderStatus.IsOpen(Status);

    /// <summary>Reads an order record.</summary>
    /// <exception cref="MalformedItemException">An attribute that each order has is missing.</exception>
    public static Order Read(Dictionary<string, AttributeValue> item) => new()
    {
        OrderId = item.Text("orderId"),
        Status = item.Text("status"),
        MemberId = item.OptionalText("memberId") ?? "",
        CustomerId = item.OptionalText("customerId") ?? "",
        Lines = OrderLineAttributes.Read(item),
        ItemName = item.OptionalText("itemName") ?? "",
        TotalWon = item.OptionalNumber("totalWon") ?? 0,
        PointsUsed = item.OptionalNumber("pointsUsed") ?? 0,
        AmountDueWon = item.OptionalNumber("amountDueWon") ?? 0,
        EarnedPoints = item.OptionalNumber("earnedPoints"),
        RejectionCode = item.OptionalText("rejectionCode"),
        Tid = item.OptionalText("tid"),
        RedirectPcUrl = item.OptionalText("redirectPcUrl"),
        RedirectMobileUrl = item.OptionalText("redirectMobileUrl"),
        TaskToken = item.OptionalText("taskToken"),
        PgToken = item.OptionalText("pgToken"),
        CallbackKind = item.OptionalText("callbackKind"),
        CallbackAt = item.OptionalInstant("callbackAt"),
        WithdrawnAt = item.OptionalInstant("withdrawnAt"),
        FailedStep = item.OptionalText("failedStep"),
        Failure = item.OptionalText("failure"),
        ReviewToken = item.OptionalText("reviewToken"),
        Preparation = item.OptionalText("preparation"),
        CreatedAt = item.Instant("createdAt"),
        StatusSince = item.Instant("statusSince"),
    };
}
