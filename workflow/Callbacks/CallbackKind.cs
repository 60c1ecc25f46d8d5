namespace KakaoWorkflow.Callbacks;

/// <summary>What a callback says. The names are the ones on the queue and on the order.</summary>
public static class CallbackKind
{
    /// <summary>KakaoPay sent the browser back with a <c>pg_token</c>.</summary>
    public const string Approved = "approved";

    /// <summary>KakaoPay sent the browser to the cancel URL. Proves nothing.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>KakaoPay sent the browser to the fail URL. Proves nothing.</summary>
    public const string Failed = "failed";

    /// <summary>The customer withdrew the order in the chat.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>A refund was requested and is to be carried on. It asks for nothing that is not on the order's record.</summary>
    public const string Refund = "refund";

    /// <summary>Whether a text is one of them.</summary>
    public static bool IsKnown(string? kind) => kind is Approved or Cancelled or Failed or Withdrawn or Refund;
}
