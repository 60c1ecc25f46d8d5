using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>One bad thing that happens to an operation, once or more often.</summary>
internal sealed record Fault
{
    /// <summary>The code of a <see cref="FaultKind.Decline"/> that names none.</summary>
    public const string DefaultMethodResultCode = "DECLINED";

    /// <summary>The lowest <see cref="ErrorCode"/>.</summary>
    public const int MinErrorCode = -999;

    /// <summary>The most <see cref="Times"/>.</summary>
    public const int MaxTimes = 1000;

    /// <summary>Given by the plan; 0 before.</summary>
    public long Id { get; init; }

    /// <summary>The order that it is for; null for every order.</summary>
    public string? OrderId { get; init; }

    /// <summary>Where it strikes.</summary>
    public required FaultOperation Operation { get; init; }

    /// <summary>What it does.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>How often it still strikes, 1 to <see cref="MaxTimes"/>; once by default.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether it strikes until it is removed, whatever <see cref="Times"/> says.</summary>
    public bool Always { get; init; }

    /// <summary>
    /// For <see cref="FaultKind.Decline"/>: the result code, by default <see cref="DefaultMethodResultCode"/>. The two
    /// codes that leave doubt are kinds of their own.
    /// </summary>
    public string? MethodResultCode { get; init; }

    /// <summary>For <see cref="FaultKind.Refuse"/>, required there: the code, <see cref="MinErrorCode"/> to -1.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>
    /// For <see cref="FaultKind.UserLocked"/>, <see cref="FaultKind.BankUnknown"/> and
    /// <see cref="FaultKind.DuplicateInProgress"/>: whether the money moves; by default it does not.
    /// </summary>
    public bool? Captured { get; init; }

    /// <summary>For the server errors: 500 (the default) to 599.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// For <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Zombie"/>, required there: milliseconds, at least 1.
    /// </summary>
    public long? DelayMs { get; init; }

    /// <summary>
    /// For <see cref="FaultKind.AmountMismatch"/>, required there: what is captured, in won, at least 1.
    /// </summary>
    public long? AmountWon { get; init; }

    /// <summary>Checks that every field is in range and has a meaning for this kind and operation.</summary>
    /// <exception cref="InvalidFieldException">One has not; the message names it as the JSON API spells it.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Operation))
            throw new InvalidFieldException("operation", "is not one that there is");
        if (!Enum.IsDefined(Kind))
            throw new InvalidFieldException("kind", "is not one that there is");
        if (OrderId is { Length: 0 or > WireLimits.Text })
            throw new InvalidFieldException("orderId", $"must have 1 to {WireLimits.Text} characters");
        if (Times is < 1 or > MaxTimes)
            throw new InvalidFieldException("times", $"must be 1 to {MaxTimes}");
        if (!StrikesAt(Kind, Operation))
            throw new InvalidFieldException("operation", $"cannot be {Operation} for a fault of the kind {Kind}");
        Allow("methodResultCode", MethodResultCode, Kind == FaultKind.Decline);
        Allow(
            "captured",
            Captured,
            Kind is FaultKind.UserLocked or FaultKind.BankUnknown or FaultKind.DuplicateInProgress);
        Allow(
            "httpStatus", HttpStatus, Kind is FaultKind.ServerErrorBeforeCapture or FaultKind.ServerErrorAfterCapture);
        Allow("errorCode", ErrorCode, Kind == FaultKind.Refuse, isRequired: true);
        Allow("delayMs", DelayMs, Kind is FaultKind.Slow or FaultKind.Zombie, isRequired: true);
        Allow("amountWon", AmountWon, Kind == FaultKind.AmountMismatch, isRequired: true);
        if (MethodResultCode is { Length: 0 or > WireLimits.Text })
            throw new InvalidFieldException("methodResultCode", $"must have 1 to {WireLimits.Text} characters");
        if (MethodResultCode is not null && MethodResultCode is WireError.UserLocked or WireError.BankFirmUnknown)
            throw new InvalidFieldException(
                "methodResultCode", "must be a definite code; UserLocked and BankUnknown are kinds of their own");
        if (ErrorCode is < MinErrorCode or > -1)
            throw new InvalidFieldException("errorCode", $"must be {MinErrorCode} to -1");
        if (HttpStatus is < 500 or > 599)
            throw new InvalidFieldException("httpStatus", "must be 500 to 599");
        if (DelayMs is < 1 or > KakaoPaySimulatorOptions.MaxWaitSeconds * 1000)
            throw new InvalidFieldException(
                "delayMs", $"must be 1 to {KakaoPaySimulatorOptions.MaxWaitSeconds * 1000}");
        if (AmountWon is < 1 or > WireLimits.AmountWon)
            throw new InvalidFieldException("amountWon", $"must be 1 to {WireLimits.AmountWon}");
    }

    private static bool StrikesAt(FaultKind kind, FaultOperation operation) => kind switch
    {
        FaultKind.Quit or FaultKind.Fail or FaultKind.Expire => operation != FaultOperation.Cancel,
        FaultKind.Decline or FaultKind.DuplicateInProgress or FaultKind.Zombie =>
            operation is FaultOperation.Approve or FaultOperation.Cancel,
        FaultKind.UserLocked or FaultKind.BankUnknown or FaultKind.AlreadyPaid or FaultKind.AmountMismatch =>
            operation == FaultOperation.Approve,
        _ => operation != FaultOperation.Customer,
    };

    private void Allow(string field, object? value, bool isOfThisKind, bool isRequired = false)
    {
        if (value is not null && !isOfThisKind)
            throw new InvalidFieldException(field, $"has no meaning for a fault of the kind {Kind}");
        if (value is null && isOfThisKind && isRequired)
            throw new InvalidFieldException(field, $"is missing for a fault of the kind {Kind}");
    }
}
