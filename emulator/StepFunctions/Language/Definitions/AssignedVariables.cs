using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Finds which variables the states of a branch assign, before the states are parsed.</summary>
internal static class AssignedVariables
{
    public static IEnumerable<string> In(ObjectReader states) =>
        states.Fields.SelectMany(state => OfState(state.Value));

    private static IEnumerable<string> OfState(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object)
            return [];
        return Of(state).Concat(OfElements(state, "Choices")).Concat(OfElements(state, "Catch"));
    }

    private static IEnumerable<string> OfElements(JsonElement state, string field) =>
        state.TryGetProperty(field, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().SelectMany(Of)
            : [];

    private static IEnumerable<string> Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("Assign", out var assign)
        && assign.ValueKind == JsonValueKind.Object
            ? assign.EnumerateObject().Select(field => TemplateParser.FieldName(field.Name))
            : [];
}
