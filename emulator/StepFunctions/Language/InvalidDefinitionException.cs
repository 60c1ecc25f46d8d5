namespace KakaoWorkflow.Emulator.StepFunctions.Language;

/// <summary>A state machine definition is refused.</summary>
/// <param name="diagnostics">
/// Every reason, at least one, in the order of the definition's text as far as possible.
/// </param>
internal sealed class InvalidDefinitionException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join("; ", diagnostics.Take(MaximumInMessage)))
{
    private const int MaximumInMessage = 10;

    /// <summary>
    /// All reasons, at most <see cref="StateMachineDefinition.MaximumDiagnostics"/>; the message shows the first ten.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
