using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>
/// A change to a context that the calling block puts out: the bot must be set up for it, a new name has no effect by
/// itself.
/// </summary>
public sealed record ContextValue
{
    /// <summary>
    /// How much the parameters may hold, names and values together, in characters. The platform names no limit.
    /// </summary>
    public const int MaxParamsLength = 1_000;

    /// <param name="name">The context's name in the bot.</param>
    /// <param name="lifeSpan">For how many turns it stays, as far as is known; 0 ends it.</param>
    /// <param name="ttlSeconds">For how long it stays; null leaves it to the bot's setting.</param>
    /// <param name="parameters">Opaque values; null means none.</param>
    /// <exception cref="SkillResponseLimitException">
    /// The name is blank, a number negative, or there is too much in the parameters.
    /// </exception>
    public ContextValue(
        string name, int lifeSpan, int? ttlSeconds = null, IReadOnlyDictionary<string, string>? parameters = null)
    {
        if (lifeSpan < 0)
            throw new SkillResponseLimitException("context.values.lifeSpan", "must not be negative");
        if (ttlSeconds < 0)
            throw new SkillResponseLimitException("context.values.ttl", "must not be negative");
        Name = AnswerCheck.Text(name, MaxParamsLength, "context.values.name");
        LifeSpan = lifeSpan;
        TtlSeconds = ttlSeconds;
        Parameters = AnswerCheck.Texts(parameters, MaxParamsLength, "context.values.params");
    }

    /// <summary>The context's name in the bot.</summary>
    public string Name { get; }

    /// <summary>For how many turns it stays; 0 ends it.</summary>
    public int LifeSpan { get; }

    /// <summary>For how long it stays; null leaves it to the bot's setting.</summary>
    public int? TtlSeconds { get; }

    /// <summary>What it carries.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteNumber("lifeSpan", LifeSpan);
        if (TtlSeconds is { } ttl)
            json.WriteNumber("ttl", ttl);
        json.WriteTexts("params", Parameters);
        json.WriteEndObject();
    }
}
