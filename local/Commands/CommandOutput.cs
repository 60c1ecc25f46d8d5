using System.CommandLine;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Where a command writes.</summary>
/// <param name="Out">What it has to say.</param>
/// <param name="Errors">Why it cannot.</param>
internal sealed record CommandOutput(TextWriter Out, TextWriter Errors)
{
    /// <summary>What the command line was invoked with; the console as a rule.</summary>
    public static CommandOutput Of(InvocationConfiguration invocation) => new(invocation.Output, invocation.Error);
}
