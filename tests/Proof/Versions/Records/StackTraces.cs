using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>Takes stack traces out of records: they name the machine that was recorded on, and nobody reads them.</summary>
internal static class StackTraces
{
    private const string Name = "stackTrace";

    /// <summary>The node without them, also where an error document is quoted in a text.</summary>
    public static JsonNode? Drop(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => member.Key != Name).Select(member => KeyValuePair.Create(member.Key, Drop(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Drop)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Contains(Name, StringComparison.Ordinal) => Drop(text),
        _ => node?.DeepClone(),
    };

    private static string Drop(string text)
    {
        try
        {
            return JsonText.Write(Drop(JsonText.Parse(text)));
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
