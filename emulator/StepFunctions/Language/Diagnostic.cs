namespace KakaoWorkflow.Emulator.StepFunctions.Language;

/// <summary>One reason why a definition is refused.</summary>
/// <param name="Code">A stable upper-case code, see <see cref="DiagnosticCode"/>.</param>
/// <param name="Message">What is wrong, naming the field and the value that is at fault.</param>
/// <param name="Location">
/// A JSON pointer (RFC 6901) into the definition, such as <c>/States/Quote/Retry/0</c>; empty for the whole.
/// </param>
internal sealed record Diagnostic(string Code, string Message, string Location)
{
    /// <inheritdoc />
    public override string ToString() => $"{Code}: {Message} at {(Location.Length == 0 ? "/" : Location)}";
}
