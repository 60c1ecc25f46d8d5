using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Whole numbers that a path finds: durations and counts.</summary>
internal static class PathInteger
{
    /// <summary>The largest number that AWS takes in any field of the language.</summary>
    public const int Maximum = 99_999_999;

    public static int From(JsonPath path, EvaluationScope scope, int minimum, string field)
    {
        if (JsonNumber.TryReadInteger(path.Read(scope), out var number) && number >= minimum && number <= Maximum)
            return (int)number;
        throw new StatesException(
            ErrorName.Runtime, $"The {field} '{path}' must give a whole number from {minimum} to {Maximum}.");
    }
}
