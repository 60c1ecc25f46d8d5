using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses the top level of a definition.</summary>
internal static class DefinitionParser
{
    private const int MaxDepth = 256;

    public static StateMachineDefinition Parse(string json)
    {
        var diagnostics = new DiagnosticList();
        if (Encoding.UTF8.GetByteCount(json) > StateMachineDefinition.MaxBytes)
            diagnostics.Invalid($"The definition is larger than {StateMachineDefinition.MaxBytes} bytes.", "");
        diagnostics.ThrowIfAny();
        using var document = Read(json, diagnostics);
        var definition = ObjectReader.Open(document.RootElement, "", diagnostics) is { } reader ? ParseTop(reader) : null;
        diagnostics.ThrowIfAny();
        return definition!;
    }

    private static StateMachineDefinition? ParseTop(ObjectReader reader)
    {
        var comment = reader.TakeText("Comment");
        if (reader.TakeText("Version") is { } version && version != "1.0")
            reader.Diagnostics.Invalid(
                $"The version '{version}' is not supported; only '1.0' is.", reader.At("Version"));
        QueryLanguage.Check(reader);
        var timeoutSeconds = reader.TakeInteger("TimeoutSeconds", 1);
        var root = new BranchParser().Parse(reader, FrozenSet<string>.Empty);
        reader.RefuseRest("a state machine");
        return root is null
            ? null
            : new StateMachineDefinition(root) { Comment = comment, TimeoutSeconds = timeoutSeconds };
    }

    private static JsonDocument Read(string json, DiagnosticList diagnostics)
    {
        try
        {
            return JsonDocument.Parse(HalfSurrogates.Mend(json), new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            diagnostics.Invalid($"The definition is not JSON: {exception.Message}", "");
            diagnostics.ThrowIfAny();
            throw;
        }
    }
}
