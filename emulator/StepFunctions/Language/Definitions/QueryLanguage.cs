using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>The field <c>QueryLanguage</c>.</summary>
internal static class QueryLanguage
{
    /// <summary>What takes the fields of a state in its query language. One that is not supported is read as JSONPath after its diagnostic.</summary>
    public static QueryFields Of(ObjectReader state, BranchContext context)
    {
        Check(state);
        return new JsonPathFields(context);
    }

    public static void Check(ObjectReader reader)
    {
        switch (reader.TakeText("QueryLanguage"))
        {
            case null or "JSONPath":
                break;
            case "JSONata":
                reader.Diagnostics.Add(
                    DiagnosticCode.Unsupported, "The query language JSONata is not supported; use JSONPath.",
                    reader.At("QueryLanguage"));
                break;
            case var other:
                reader.Diagnostics.Invalid($"'{other}' is not a query language.", reader.At("QueryLanguage"));
                break;
        }
    }
}
