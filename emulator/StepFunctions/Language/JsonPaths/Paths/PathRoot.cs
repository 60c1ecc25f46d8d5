namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>Where a path starts.</summary>
internal enum PathRoot
{
    /// <summary><c>$</c>.</summary>
    Input,

    /// <summary><c>$$</c>.</summary>
    Context,

    /// <summary><c>$name</c>.</summary>
    Variable,

    /// <summary><c>@</c>, in filters only.</summary>
    Current,
}
