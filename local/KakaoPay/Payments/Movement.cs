namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>Money that moved, or, while it is scheduled, that will.</summary>
internal sealed record Movement(string Aid, MovementKind Kind, AmountParts Amount, DateTimeOffset At, string? Payload);
