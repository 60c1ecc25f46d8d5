namespace KakaoWorkflow.Local.KakaoPay.Pages;

/// <summary>Which of the three addresses of <c>ready</c> a page belongs to.</summary>
internal enum PageDevice
{
    Pc,
    Mobile,
    App,
}
