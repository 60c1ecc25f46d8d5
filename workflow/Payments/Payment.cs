namespace KakaoWorkflow.Payments;

/// <summary>What the gateway knows of a payment: the answer that decides where any other is in doubt.</summary>
public sealed record Payment
{
    /// <summary>The order that it was prepared for, as the gateway tells it.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentState State { get; init; }

    /// <summary>The gateway's own name of the state, for whoever compares with its pages.</summary>
    public required string StateName { get; init; }

    /// <summary>What was asked for while it is pending, what was captured once it is, in won.</summary>
    public required long AmountWon { get; init; }

    /// <summary>What was given back of it so far, in won; null where the gateway does not say.</summary>
    public required long? RefundedWon { get; init; }

    /// <summary>What can still be given back, in won.</summary>
    public required long RefundableWon { get; init; }

    /// <summary>How often money was captured.</summary>
    public required int Captures { get; init; }

    /// <summary>The id of the capture; null where there is none, or the gateway names none.</summary>
    public string? Aid { get; init; }

    /// <summary>Whether money was captured, whatever went back later.</summary>
    public bool WasCaptured => State is PaymentState.Captured or PaymentState.PartlyRefunded or PaymentState.Refunded;

    /// <summary>Whether nothing was captured and nothing will be.</summary>
    public bool IsDeclined => State is PaymentState.Quit or PaymentState.Declined;
}
