using System.Collections.Frozen;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>All intrinsic functions, by name.</summary>
internal static class IntrinsicFunctions
{
    public static FrozenDictionary<string, IntrinsicFunction> ByName { get; } =
        new[] { ArrayFunctions.All, EncodingFunctions.All, JsonFunctions.All, MathFunctions.All, StringFunctions.All }
            .SelectMany(functions => functions)
            .ToFrozenDictionary(function => function.Name);
}
