namespace KakaoWorkflow.Local.KakaoPay.Wire;

/// <summary>The statuses of a payment, as they stand in answers.</summary>
internal static class WireStatus
{
    /// <summary>Prepared.</summary>
    public const string Ready = "READY";

    /// <summary>The payment message is in the customer's KakaoTalk.</summary>
    public const string SendTms = "SEND_TMS";

    /// <summary>The customer has opened the payment page.</summary>
    public const string OpenPayment = "OPEN_PAYMENT";

    /// <summary>The customer has authenticated.</summary>
    public const string AuthPassword = "AUTH_PASSWORD";

    /// <summary>Captured.</summary>
    public const string SuccessPayment = "SUCCESS_PAYMENT";

    /// <summary>A part is given back.</summary>
    public const string PartCancelPayment = "PART_CANCEL_PAYMENT";

    /// <summary>All is given back.</summary>
    public const string CancelPayment = "CANCEL_PAYMENT";

    /// <summary>The customer could not authenticate.</summary>
    public const string FailAuthPassword = "FAIL_AUTH_PASSWORD";

    /// <summary>The customer has quit.</summary>
    public const string QuitPayment = "QUIT_PAYMENT";

    /// <summary>The approval has failed.</summary>
    public const string FailPayment = "FAIL_PAYMENT";

    /// <summary>Whether a payment with this status may still be captured.</summary>
    public static bool IsPending(string status) => status is Ready or SendTms or OpenPayment or AuthPassword;

    /// <summary>Whether nothing was captured and nothing will be.</summary>
    public static bool IsFailed(string status) => status is FailAuthPassword or QuitPayment or FailPayment;
}
