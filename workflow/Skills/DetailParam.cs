namespace KakaoWorkflow.Skills;

/// <summary>How the chatbot resolved one parameter.</summary>
/// <param name="Origin">The words that the person used.</param>
/// <param name="Value">What the chatbot made of them.</param>
internal sealed record DetailParam(string? Origin, string? Value)
{
    public static DetailParam Read(JsonNodeAt entry)
    {
        var texts = entry.Texts();
        return new DetailParam(texts.GetValueOrDefault("origin"), texts.GetValueOrDefault("value"));
    }
}
