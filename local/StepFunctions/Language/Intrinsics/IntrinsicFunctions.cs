using System.Collections.Frozen;

namespace KakaoWorkflow.Local.StepFunctions.Language.Intrinsics;

/// <summary>All intrinsic functions, by name.</summary>
internal static class IntrinsicFunctions
{
    public static FrozenDictionary<string, IntrinsicFunction> ByName { get; } =
        ArrayFunctions.All.Concat(EncodingFunctions.All).Concat(JsonFunctions.All).Concat(MathFunctions.All).Concat(StringFunctions.All)
            .ToFrozenDictionary(function => function.Name);
}
