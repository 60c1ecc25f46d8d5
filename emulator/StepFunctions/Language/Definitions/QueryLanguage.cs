namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>The field <c>QueryLanguage</c>.</summary>
internal static class QueryLanguage
{
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
