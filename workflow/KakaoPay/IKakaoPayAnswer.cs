namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// An answer whose values are checked beyond their types: what KakaoPay cannot mean is not acted upon, whoever sent it.
/// </summary>
internal interface IKakaoPayAnswer
{
    /// <summary>The first field, as the API spells it, that is not as documented; null when all are.</summary>
    string? WrongField();
}
