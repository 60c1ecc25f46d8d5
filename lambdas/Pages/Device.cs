namespace KakaoWorkflow.Lambdas.Pages;

/// <summary>Which of KakaoPay's two pages fits a browser: the PC page asks to scan a code with another device.</summary>
internal enum Device
{
    /// <summary>A phone, a tablet, or KakaoTalk's own browser.</summary>
    Mobile,

    /// <summary>A computer, and whatever is no browser.</summary>
    Pc,

    /// <summary>A computer or a tablet that calls itself one: the customer chooses.</summary>
    Unknown,
}
