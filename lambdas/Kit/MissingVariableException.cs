namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>A function cannot start: an environment variable is not set or has no usable value.</summary>
/// <param name="variable">Its name; the value is never shown.</param>
public sealed class MissingVariableException(string variable)
    : Exception($"The environment variable {variable} is not set or has no usable value.")
{
    /// <summary>The variable's name.</summary>
    public string Variable { get; } = variable;
}
