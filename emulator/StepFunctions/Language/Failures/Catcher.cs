using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>One entry of <c>Catch</c>.</summary>
/// <param name="ErrorEquals">The names that it matches, at least one.</param>
/// <param name="Next">The state that goes on.</param>
internal sealed record Catcher(IReadOnlyList<string> ErrorEquals, string Next)
{
    /// <summary>The author's remark, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// Where the error goes in the state's input; the root (default) replaces it, null drops the error.
    /// </summary>
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;

    /// <summary>Variables to set; their <c>$</c> is the error output.</summary>
    public VariableAssignments Assign { get; init; } = VariableAssignments.None;

    /// <summary>Whether it names the error; see <see cref="ErrorMatching"/>.</summary>
    public bool Matches(string error, bool isTaskFailure = false) => ErrorMatching.Matches(ErrorEquals, error, isTaskFailure);

    /// <summary>The error output: <c>{"Error": …, "Cause": …}</c>.</summary>
    public static JsonObject ErrorOutput(string error, string? cause) =>
        new() { ["Error"] = error, ["Cause"] = cause ?? "" };

    /// <summary>What the next state gets as its input.</summary>
    /// <param name="rawInput">The failed state's raw input.</param>
    /// <param name="errorOutput">From <see cref="ErrorOutput"/>.</param>
    /// <exception cref="StatesException"><c>States.ResultPathMatchFailure</c>.</exception>
    public JsonNode? Output(JsonNode? rawInput, JsonNode? errorOutput) =>
        ResultPath is null ? rawInput : ResultPath.Write(rawInput, errorOutput);
}
