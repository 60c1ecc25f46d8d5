namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads how many of something a customer wants. Understood are the chatbot's number entity
/// (<c>{"amount":2,"unit":null}</c>), digits (full-width ones too, thousands separated or not) and Korean number words
/// (하나, 두, 스무, 이십), each alone or with a counter and polite endings: <c>네, 두 잔만 주세요~</c>. A bare <c>네</c> is no number.
/// </summary>
public static class QuantityReader
{
    private static readonly NumberWords Words = new("개", "잔", "컵", "병", "캔", "조각", "세트", "인분", "ea", "cup", "cups");

    /// <summary>Reads a quantity of at least 1.</summary>
    /// <param name="text">A parameter's text; null or blank is missing.</param>
    /// <returns>
    /// The quantity, from 1 to <see cref="int.MaxValue"/>: what a café can make is for the caller to decide.
    /// </returns>
    public static Reading<int> Read(string? text)
    {
        if (!Words.Read(text).TryGet(out var number, out var refusal))
            return refusal.Value;
        return number switch
        {
            < 1 => InputRefusal.TooSmall,
            > int.MaxValue => InputRefusal.TooLarge,
            _ => (int)number,
        };
    }
}
