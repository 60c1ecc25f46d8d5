namespace KakaoWorkflow.Local.KakaoPay.Pages;

/// <summary>The buttons of a payment page.</summary>
internal enum PageStep
{
    /// <summary>Authenticate, and return to the shop with a token.</summary>
    Pay,

    /// <summary>Stop for good.</summary>
    Quit,

    /// <summary>Enter a wrong password too often.</summary>
    Fail,

    /// <summary>
    /// Return to the shop's cancel page without stopping, as a browser's back button does; the payment can still be
    /// made.
    /// </summary>
    Back,
}
