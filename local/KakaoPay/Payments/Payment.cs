using KakaoWorkflow.Local.KakaoPay.Wire;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>
/// All that KakaoPay knows of one transaction. What moved decides its status; before anything moves, the stage does.
/// </summary>
internal sealed record Payment
{
    public required string Tid { get; init; }

    /// <summary>What the pages' addresses carry, since the customer must not see the transaction id.</summary>
    public required string PageKey { get; init; }

    public required Credential PgToken { get; init; }

    public required string OrderId { get; init; }

    public required string UserId { get; init; }

    public required string ItemName { get; init; }

    public string? ItemCode { get; init; }

    public required long Quantity { get; init; }

    public required AmountParts Requested { get; init; }

    public required string ApprovalUrl { get; init; }

    public required string CancelUrl { get; init; }

    public required string FailUrl { get; init; }

    /// <summary><c>CARD</c> or <c>MONEY</c> where the shop allows only that.</summary>
    public string? OnlyMethod { get; init; }

    public long? InstallMonths { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From this moment on the customer cannot pay and the shop cannot approve.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How far the customer came, or how the payment failed before money moved.</summary>
    public required string Stage { get; init; }

    /// <summary><c>CARD</c> or <c>MONEY</c>, once the customer has chosen.</summary>
    public string? Method { get; init; }

    /// <summary>Captures and cancels, oldest first; the first one is the only capture.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];

    /// <summary>A movement that was accepted and happens later, answered by nobody.</summary>
    public Movement? Scheduled { get; init; }

    public AmountParts Captured => Sum(MovementKind.Capture);

    public AmountParts Cancelled => Sum(MovementKind.Cancel);

    public AmountParts Cancellable => Captured - Cancelled;

    public bool IsCaptured => Movements.Count > 0;

    public Movement? Capture => Movements.Count > 0 ? Movements[0] : null;

    public Movement? LastCancel => Movements.Count > 1 ? Movements[^1] : null;

    public string Status =>
        !IsCaptured ? Stage
        : Cancelled.TotalWon == 0 ? WireStatus.SuccessPayment
        : Cancellable.TotalWon > 0 ? WireStatus.PartCancelPayment
        : WireStatus.CancelPayment;

    /// <summary>
    /// KakaoPay's documents leave open what status an expired payment has; here it keeps the one that it had.
    /// </summary>
    public bool IsExpired(DateTimeOffset now) => !IsCaptured && now >= ExpiresAt;

    /// <summary>The payment with everything that was due by now.</summary>
    public Payment AsOf(DateTimeOffset now) =>
        Scheduled is { } due && due.At <= now ? this with { Movements = [.. Movements, due], Scheduled = null } : this;

    /// <summary>The payment after a movement, which a time in the future only schedules.</summary>
    public Payment With(Movement movement, DateTimeOffset now) =>
        movement.At > now ? this with { Scheduled = movement } : this with { Movements = [.. Movements, movement] };

    private AmountParts Sum(MovementKind kind) => Movements
        .Where(movement => movement.Kind == kind)
        .Aggregate(AmountParts.Zero, (sum, movement) => sum + movement.Amount);
}
