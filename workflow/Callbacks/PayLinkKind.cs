namespace KakaoWorkflow.Callbacks;

/// <summary>What an address of an order's payment is for.</summary>
public enum PayLinkKind
{
    /// <summary>The customer's way to pay: sends the browser on to KakaoPay.</summary>
    Pay,

    /// <summary>Where KakaoPay sends the browser after the customer agreed; it appends the <c>pg_token</c>.</summary>
    Approved,

    /// <summary>Where KakaoPay sends the browser after the customer quit. It proves nothing by itself.</summary>
    Cancelled,

    /// <summary>
    /// Where KakaoPay sends the browser after paying failed or took too long. It proves nothing by itself.
    /// </summary>
    Failed,
}
