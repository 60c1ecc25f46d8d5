using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>An intrinsic function.</summary>
/// <param name="Name">With <c>States.</c>.</param>
/// <param name="MinArguments">Fewer are refused when the call is parsed.</param>
/// <param name="MaxArguments">More are refused when the call is parsed.</param>
/// <param name="Invoke">Computes the value; throws <c>States.IntrinsicFailure</c>.</param>
internal sealed record IntrinsicFunction(
    string Name,
    int MinArguments,
    int MaxArguments,
    Func<Arguments, IRandomSource, JsonNode?> Invoke);
