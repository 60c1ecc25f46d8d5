namespace KakaoWorkflow.Emulator.StepFunctions.Language;

/// <summary>A state machine definition is refused.</summary>
/// <param name="diagnostics">
/// Every reason, at least one, in the order of the definition's text as far as possible.
/// </param>
internal sealed class InvalidDefinitionException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join("; ", diagnostics.Take(MaxInMessage)))
{
    private const int MaxInMessage = 10;

    /// <summary>
    /// All reasons, at most <see cref="StateMachineDefinition.MaxDiagnostics"/>; the message shows the first ten.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
