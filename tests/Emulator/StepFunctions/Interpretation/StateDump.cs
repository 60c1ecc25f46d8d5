namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

/// <summary>Everything that an execution's state says, as text, so that two states can be compared.</summary>
internal static class StateDump
{
    public static string Of(ExecutionState state)
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"{state.Status} events {state.LastEventId} started {state.StartTime:O} stopped {state.StopTime:O} deadline {state.Deadline:O}");
        text.AppendLine($"redrives {state.RedriveCount} at {state.RedriveTime:O} due {state.NextDue:O}");
        text.AppendLine($"input {state.Input} output {state.Output} failure {state.Failure}");
        foreach (var strand in state.Strands)
            Append(text, strand);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Strand strand)
    {
        text.AppendLine($"strand {strand.Id} of {strand.Parent?.Id} index {strand.Index} last {strand.LastEventId} next {strand.NextState} {strand.NextInput}");
        foreach (var (name, value) in strand.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.AppendLine($"  ${name} = {value?.ToJsonString() ?? "null"}");
        if (strand.Activity is not { } activity)
            return;
        text.AppendLine($"  in {activity.State.Name} since {activity.EnteredTime:O} input {activity.Input} due {activity.Due:O}");
        text.AppendLine($"  retries {activity.RetryCount}: {string.Join(",", activity.Retries)}");
        if (activity.Attempt is { } attempt)
            text.AppendLine($"  attempt {attempt.EventId} {attempt.Scheduled} submitted {attempt.IsSubmitted} heartbeat {attempt.HeartbeatDue:O}");
        if (activity.FanOut is { } fanOut)
        {
            text.AppendLine($"  fan-out {fanOut.Details} ended {fanOut.Ended}");
            text.AppendLine($"  strands {string.Join(",", fanOut.Strands.Select(line => line.Id))}");
            text.AppendLine($"  results {string.Join(",", fanOut.Results.Select(result => result?.Text ?? "-"))}");
        }
    }
}
