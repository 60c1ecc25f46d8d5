using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses what only Task states have.</summary>
internal sealed class TaskParser(DataFlowParser dataFlow)
{
    public TaskState? Parse(string name, ObjectReader reader)
    {
        var resource = ParseResource(reader);
        var mayUseToken = resource is null or { WaitsForTaskToken: true };
        var parameters = new TemplateParser(reader.Diagnostics, mayUseToken);
        var data = dataFlow.Parse(reader, DataFields.Work, parameters);
        if (resource is { WaitsForTaskToken: true } && !parameters.UsesTaskToken)
        {
            reader.Diagnostics.Add(
                DiagnosticCode.TaskToken,
                "A task that waits for its token must pass '$$.Task.Token' on in its Parameters.",
                reader.Has("Parameters") ? reader.At("Parameters") : reader.Location);
        }

        if (resource is not null) IntegrationParameters.Check(resource, reader);
        var limits = ParseLimits(reader);
        var timeoutPath = reader.TakeReference("TimeoutSecondsPath");
        var heartbeatPath = reader.TakeReference("HeartbeatSecondsPath");
        return resource is null ? null : new TaskState(name, resource)
        {
            Data = data,
            TimeoutSeconds = limits.TimeoutSeconds,
            TimeoutSecondsPath = timeoutPath,
            HeartbeatSeconds = limits.HeartbeatSeconds,
            HeartbeatSecondsPath = heartbeatPath,
        };
    }

    private static TaskResource? ParseResource(ObjectReader reader)
    {
        if (reader.TakeText("Resource", isRequired: true) is not { } arn) return null;
        try
        {
            return ResourceParser.Parse(arn);
        }
        catch (NotSupportedException exception)
        {
            reader.Diagnostics.Add(DiagnosticCode.Unsupported, exception.Message, reader.At("Resource"));
        }
        catch (FormatException exception)
        {
            reader.Diagnostics.Invalid(exception.Message, reader.At("Resource"));
        }

        return null;
    }

    private static TimeLimits ParseLimits(ObjectReader reader)
    {
        reader.AtMostOne("TimeoutSeconds", "TimeoutSecondsPath");
        reader.AtMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");
        var limits = new TimeLimits(reader.TakeInteger("TimeoutSeconds", 1), reader.TakeInteger("HeartbeatSeconds", 1));
        if (limits.HeartbeatSeconds >= limits.TimeoutSeconds)
            reader.Diagnostics.Invalid(
                $"'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', which is {limits.TimeoutSeconds}.",
                reader.At("HeartbeatSeconds"));
        return limits;
    }
}
