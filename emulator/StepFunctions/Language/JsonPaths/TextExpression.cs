using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;

/// <summary>Takes <c>ErrorPath</c> and <c>CausePath</c>: a reference path, or a call that gives a string.</summary>
internal static class TextExpression
{
    public static ValueExpression? Take(ObjectReader reader, string field)
    {
        if (reader.Take(field) is not { } json)
            return null;
        var expression = new TemplateParser(reader.Diagnostics).ParseExpression(json, reader.At(field));
        switch (expression)
        {
            case PathExpression { Path.IsReference: false } path:
                reader.Diagnostics.Add(
                    DiagnosticCode.InvalidPath,
                    $"'{path.Path}' must be a reference path: names and array indexes only.", reader.At(field));
                break;
            case IntrinsicCall { FunctionName: var function } when !GivesText(function):
                reader.Diagnostics.Add(
                    DiagnosticCode.InvalidIntrinsic,
                    $"{function} is not allowed in '{field}', since it does not give a string.", reader.At(field));
                break;
        }

        return expression;
    }

    private static bool GivesText(string function) =>
        function is "States.Format" or "States.JsonToString" or "States.ArrayGetItem"
        or "States.Base64Encode" or "States.Base64Decode" or "States.Hash" or "States.UUID";
}
