namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Collects what is wrong, up to the limit.</summary>
internal sealed class DiagnosticList
{
    private readonly List<Diagnostic> _diagnostics = [];

    public bool IsEmpty => _diagnostics.Count == 0;

    public void Add(string code, string message, string location)
    {
        if (_diagnostics.Count < StateMachineDefinition.MaxDiagnostics)
            _diagnostics.Add(new Diagnostic(code, message, location));
    }

    /// <summary>Adds a <see cref="DiagnosticCode.SchemaValidationFailed"/>.</summary>
    public void Invalid(string message, string location) =>
        Add(DiagnosticCode.SchemaValidationFailed, message, location);

    public void ThrowIfAny()
    {
        if (!IsEmpty)
            throw new InvalidDefinitionException(_diagnostics);
    }
}
