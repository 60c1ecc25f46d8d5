using System.Text.Json;

namespace KakaoWorkflow.Proof.Sabotage;

/// <summary>One deliberate breakage of production code.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Breaks">What is wrong then, in a sentence.</param>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Find">What is there now, exactly once.</param>
/// <param name="Replace">What stands there instead.</param>
/// <param name="CaughtBy">The tests that must fail then: namespace, class and method.</param>
internal sealed record Breakage(string Name, string Breaks, string File, string Find, string Replace, IReadOnlyList<string> CaughtBy)
{
    /// <summary>Where the list is, from the repository's root.</summary>
    public const string List = "proof/Sabotage/sabotages.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the list.</summary>
    /// <exception cref="JsonException">It is none; the message names the field.</exception>
    public static IReadOnlyList<Breakage> ReadAll(string path) =>
        JsonSerializer.Deserialize<List<Breakage>>(System.IO.File.ReadAllText(path), Json) ?? throw new JsonException("The list is null.");

    /// <summary>The file's text with the breakage.</summary>
    /// <exception cref="InvalidOperationException">The text is not there exactly once.</exception>
    public string Apply(string text)
    {
        var first = text.IndexOf(Find, StringComparison.Ordinal);
        if (Find.Length == 0 || first < 0 || text.IndexOf(Find, first + 1, StringComparison.Ordinal) >= 0)
            throw new InvalidOperationException($"{Name}: its text must be in {File} exactly once.");
        return text[..first] + Replace + text[(first + Find.Length)..];
    }
}
