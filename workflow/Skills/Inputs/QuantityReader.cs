namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads how many of something a customer wants. Understood are the chatbot's number entity
/// (<c>{"amount":2,"unit":null}</c>), digits (full-width ones too, thousands separated or not) and Korean number words
/// (하나, 두, 열, 이십), each alone or with a counter and a polite ending: <c>두 잔 주세요</c>.
/// </summary>
public static class QuantityReader
{
    private static readonly NumberWords Words = new(
        counters: ["개", "잔", "컵", "병", "세트", "인분"],
        endings: ["이요", "요", "만요", "주세요", "부탁해요", "부탁드려요", "할게요"]);

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
