using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language;

/// <summary>What most tests of the language start from.</summary>
internal static class Given
{
    public static EvaluationScope Scope(string input = "{}", string context = "{}", string variables = "{}") => new(
        JsonText.Parse(input),
        (JsonObject)JsonText.Parse(context)!,
        ((JsonObject)JsonText.Parse(variables)!).ToDictionary(),
        new SeededRandomSource(1));

    /// <summary>A machine with the state S alone.</summary>
    public static T State<T>(string json)
        where T : State
        => (T)StateMachineDefinition.Parse(Machine(json)).Root.Start;

    /// <summary>A machine with the state S, and other states after it.</summary>
    public static string Machine(string state, string others = "") =>
        $$$"""{"StartAt": "S", "States": {"S": {{{state}}}{{{(others.Length == 0 ? "" : ", " + others)}}} }}""";

    /// <summary>The JSON text of an expression's value.</summary>
    public static string Evaluated(string expression, EvaluationScope scope) =>
        JsonText.Write(ValueExpression.Parse(expression).Evaluate(scope));

    /// <summary>The error name that an action fails with.</summary>
    public static string Error(Action action) => Should.Throw<StatesException>(action).Error;

    /// <summary>Code and location of every diagnostic, in order.</summary>
    public static string[] Diagnostics(string definition) =>
        [.. Should.Throw<InvalidDefinitionException>(() => StateMachineDefinition.Parse(definition)).Diagnostics
            .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location}")];
}
