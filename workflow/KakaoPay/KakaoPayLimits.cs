namespace KakaoWorkflow.KakaoPay;

/// <summary>The documented sizes of the payment API's fields, in UTF-16 characters.</summary>
public static class KakaoPayLimits
{
    /// <summary>Order id, user id, item name and item code.</summary>
    public const int TextLength = 100;

    /// <summary><c>approval_url</c>, <c>cancel_url</c> and <c>fail_url</c>, each.</summary>
    public const int UrlLength = 255;

    /// <summary><c>payload</c> of <c>approve</c> and <c>cancel</c>.</summary>
    public const int PayloadLength = 200;

    /// <summary>The length of every transaction id.</summary>
    public const int TidLength = 20;

    /// <summary>The longest capture or cancel id and status name that is taken; KakaoPay documents none.</summary>
    public const int AnswerTextLength = 100;

    /// <summary>The longest address of a payment page that is taken; KakaoPay documents none.</summary>
    public const int PageUrlLength = 2_048;

    /// <summary>The most months of an instalment plan.</summary>
    public const int InstallMonths = 12;

    /// <summary>Amounts are 32-bit integers in the API, so this many won is the most that it can say.</summary>
    public const long AmountWon = int.MaxValue;
}
