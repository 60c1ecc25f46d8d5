using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Something to do outside, once the events of its step are on disk.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    /// <summary>Call what a task names, and answer with <see cref="Stimulus.CallReturned"/> or <see cref="Stimulus.CallFailed"/>.</summary>
    /// <param name="TaskEventId">The attempt.</param>
    /// <param name="Resource">What to call.</param>
    /// <param name="Parameters">The call's parameters, task token included: never to be stored or logged.</param>
    public sealed record CallTask(long TaskEventId, TaskResource Resource, JsonNode? Parameters) : Command;

    /// <summary>Nobody waits for this call any more.</summary>
    /// <param name="TaskEventId">The attempt.</param>
    public sealed record ForgetTask(long TaskEventId) : Command;
}
