namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>What a bad day brings.</summary>
public enum FaultKind
{
    /// <summary>
    /// The customer quits: at <c>ready</c> just after it, elsewhere just before the operation. Nothing happens to a
    /// captured payment.
    /// </summary>
    Quit,

    /// <summary>The customer fails to authenticate; otherwise as <see cref="Quit"/>.</summary>
    Fail,

    /// <summary>The payment request expires; otherwise as <see cref="Quit"/>.</summary>
    Expire,

    /// <summary>
    /// Refused with -780 and the payment fails for good; <c>cancel</c> is refused with -781 and the payment stays as it
    /// is.
    /// </summary>
    Decline,

    /// <summary>
    /// Refused with <see cref="Fault.ErrorCode"/>, and nothing happens: a token that is not taken, a transaction that is not known,
    /// a key that is not valid any more, maintenance that is told as a refusal.
    /// </summary>
    Refuse,

    /// <summary>
    /// Refused with -780 <c>USER_LOCKED</c>; <see cref="Fault.Captured"/> says whether the money moved all the same.
    /// </summary>
    UserLocked,

    /// <summary>
    /// Refused with -780 <c>BANK_FIRM_UNKNOWN</c>; <see cref="Fault.Captured"/> says whether the money moved all the
    /// same.
    /// </summary>
    BankUnknown,

    /// <summary>The operation never happens, and nobody answers.</summary>
    TimeoutBeforeCapture,

    /// <summary>The operation happens, and nobody answers.</summary>
    TimeoutAfterCapture,

    /// <summary>The operation never happens, and the answer is a 5xx (<see cref="Fault.HttpStatus"/>).</summary>
    ServerErrorBeforeCapture,

    /// <summary>The operation happens, and the answer is a 5xx (<see cref="Fault.HttpStatus"/>).</summary>
    ServerErrorAfterCapture,

    /// <summary>The money is captured, and the answer is -702, as if an earlier call had done it.</summary>
    AlreadyPaid,

    /// <summary>
    /// Refused with -785; <see cref="Fault.Captured"/> says whether the call in progress moves the money.
    /// </summary>
    DuplicateInProgress,

    /// <summary><see cref="Fault.AmountWon"/> is captured instead of what was asked for.</summary>
    AmountMismatch,

    /// <summary>
    /// The operation happens after <see cref="Fault.DelayMs"/>, even if the caller has hung up by then.
    /// </summary>
    Slow,

    /// <summary>
    /// Nobody answers, and the operation happens <see cref="Fault.DelayMs"/> later, even across a restart of the
    /// simulator. The call was accepted in time, so the money moves even if the fifteen minutes are over by then.
    /// </summary>
    Zombie,
}
