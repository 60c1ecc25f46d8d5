using KakaoWorkflow.Local.KakaoPay.Api;
using KakaoWorkflow.Local.KakaoPay.Payments;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>A fault, spelt out as what a call does and answers. The default is a good day.</summary>
internal sealed record FaultScript
{
    public static readonly FaultScript None = new();

    /// <summary>What befalls the payment first, or null.</summary>
    public Func<Payment, DateTimeOffset, Payment>? Strike { get; private init; }

    /// <summary>How long the call waits before it does anything.</summary>
    public TimeSpan Delay { get; private init; }

    public FaultReach Reach { get; private init; }

    /// <summary>How much later than the call the money moves.</summary>
    public TimeSpan Later { get; private init; }

    /// <summary>What is captured instead of the amount asked for, or null.</summary>
    public long? OtherWon { get; private init; }

    /// <summary>The answer instead of the call's own, or null.</summary>
    public RefusalException? Error { get; private init; }

    /// <summary>Whether nobody answers.</summary>
    public bool Silent { get; private init; }

    public static FaultScript Of(Fault fault) => fault.Kind switch
    {
        FaultKind.Quit => new FaultScript { Strike = CustomerRules.Quit },
        FaultKind.Fail => new FaultScript { Strike = CustomerRules.FailAuthentication },
        FaultKind.Expire => new FaultScript { Strike = CustomerRules.Expire },
        FaultKind.Decline when fault.Operation == FaultOperation.Cancel => new FaultScript
        {
            Reach = FaultReach.Nothing,
            Error = Refusal(WireError.CancelFailed, fault.MethodResultCode ?? Fault.DefaultMethodResultCode),
        },
        FaultKind.Decline => new FaultScript
        {
            Reach = FaultReach.Failure,
            Error = Refusal(WireError.ApproveFailed, fault.MethodResultCode ?? Fault.DefaultMethodResultCode),
        },
        FaultKind.Refuse => new FaultScript { Reach = FaultReach.Nothing, Error = Refusal(fault.ErrorCode!.Value) },
        FaultKind.UserLocked => InDoubt(fault, Refusal(WireError.ApproveFailed, WireError.UserLocked)),
        FaultKind.BankUnknown => InDoubt(fault, Refusal(WireError.ApproveFailed, WireError.BankFirmUnknown)),
        FaultKind.DuplicateInProgress => InDoubt(fault, Refusal(WireError.DuplicateRequest)),
        FaultKind.TimeoutBeforeCapture => new FaultScript { Reach = FaultReach.Nothing, Silent = true },
        FaultKind.TimeoutAfterCapture => new FaultScript { Silent = true },
        FaultKind.ServerErrorBeforeCapture =>
            new FaultScript { Reach = FaultReach.Nothing, Error = ServerError(fault) },
        FaultKind.ServerErrorAfterCapture => new FaultScript { Error = ServerError(fault) },
        FaultKind.AlreadyPaid => new FaultScript { Error = Refusal(WireError.AlreadyPaid) },
        FaultKind.AmountMismatch => new FaultScript { OtherWon = fault.AmountWon },
        FaultKind.Slow => new FaultScript { Delay = TimeSpan.FromMilliseconds(fault.DelayMs!.Value) },
        FaultKind.Zombie => new FaultScript { Later = TimeSpan.FromMilliseconds(fault.DelayMs!.Value), Silent = true },
        _ => throw new InvalidFieldException("kind", "is not one that there is"),
    };

    private static FaultScript InDoubt(Fault fault, RefusalException error) =>
        new() { Reach = fault.Captured == true ? FaultReach.Effect : FaultReach.Nothing, Error = error };

    private static RefusalException Refusal(int code, string? methodResultCode = null) =>
        new(code, "Refused by the simulator's fault plan.", methodResultCode);

    private static RefusalException ServerError(Fault fault) =>
        new(
            WireError.InternalError,
            "Failed by the simulator's fault plan.",
            httpStatus: fault.HttpStatus ?? 500);
}
