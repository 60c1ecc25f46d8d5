using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>One entry of <c>Catch</c>.</summary>
/// <param name="ErrorEquals">The names that it matches, at least one.</param>
/// <param name="Next">The state that goes on.</param>
internal sealed record Catcher(IReadOnlyList<string> ErrorEquals, string Next)
{
    /// <summary>The author's remark, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How data goes on; the result is the error output.</summary>
    public DataFlow Data { get; init; } = new();

    /// <summary>Whether it names the error; see <see cref="ErrorMatching"/>.</summary>
    public bool Matches(string error, bool isTaskFailure = false) => ErrorMatching.Matches(ErrorEquals, error, isTaskFailure);

    /// <summary>The error output: <c>{"Error": …, "Cause": …}</c>.</summary>
    public static JsonObject ErrorOutput(string error, string? cause) =>
        new() { ["Error"] = error, ["Cause"] = cause ?? "" };
}
