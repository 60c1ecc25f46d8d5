namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// Values of <c>extras.method_result_code</c> that decide how <see cref="KakaoPayErrorCode.ApproveFailed"/> and
/// <see cref="KakaoPayErrorCode.CancelFailed"/> are to be taken.
/// </summary>
public static class MethodResult
{
    /// <summary>Another transaction of the same customer is in progress. This one may have gone through.</summary>
    public const string UserLocked = "USER_LOCKED";

    /// <summary>The bank's result is not known to KakaoPay. The payment may have gone through.</summary>
    public const string BankFirmUnknown = "BANK_FIRM_UNKNOWN";

    /// <summary>
    /// Whether a failed approval with this code may have moved the money. A missing code says nothing, so it
    /// may have.
    /// </summary>
    public static bool LeavesDoubt(string? methodResultCode) =>
        methodResultCode is null or UserLocked or BankFirmUnknown;
}
