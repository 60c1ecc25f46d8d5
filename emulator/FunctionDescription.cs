namespace KakaoWorkflow.Emulator;

/// <summary>A function of a template, for whoever says what it does.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Name">Its name in the account.</param>
/// <param name="Handler">The template's <c>Handler</c>.</param>
/// <param name="CodePath">The full path of its <c>CodeUri</c>.</param>
/// <param name="Variables">Its environment, complete: secrets are in it.</param>
public sealed record FunctionDescription(
    string LogicalId, string Name, string Handler, string CodePath, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Without the variables, which hold secrets.</summary>
    public override string ToString() => $"{Name} ({LogicalId}, {Handler})";
}
