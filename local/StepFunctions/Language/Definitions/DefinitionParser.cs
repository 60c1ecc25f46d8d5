namespace KakaoWorkflow.Local.StepFunctions.Language.Definitions;

internal static class DefinitionParser
{
    public static StateMachineDefinition Parse(string json) =>
        throw new InvalidDefinitionException([new Diagnostic(DiagnosticCode.SchemaValidationFailed, json, "")]);
}
