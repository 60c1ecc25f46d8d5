using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses what only Task states have.</summary>
internal sealed class TaskParser(QueryFields queries)
{
    public TaskState? Parse(string name, ObjectReader reader)
    {
        var resource = ParseResource(reader);
        var data = queries.TakeFlow(reader, FlowKind.Task, resource);
        if (resource is not null)
            IntegrationParameters.Check(resource, reader, queries.ArgumentsField);
        reader.AtMostOne("TimeoutSeconds", "TimeoutSecondsPath");
        reader.AtMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");
        var (timeout, queriedTimeout) = queries.TakeInteger(reader, "TimeoutSeconds", 1);
        var (heartbeat, queriedHeartbeat) = queries.TakeInteger(reader, "HeartbeatSeconds", 1);
        if (heartbeat >= timeout)
            reader.Diagnostics.Invalid(
                $"'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', which is {timeout}.", reader.At("HeartbeatSeconds"));
        return resource is null ? null : new TaskState(name, resource)
        {
            Data = data,
            TimeoutSeconds = timeout,
            QueriedTimeout = queriedTimeout,
            HeartbeatSeconds = heartbeat,
            QueriedHeartbeat = queriedHeartbeat,
        };
    }

    private static TaskResource? ParseResource(ObjectReader reader)
    {
        if (reader.TakeText("Resource", isRequired: true) is not { } arn)
            return null;
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
}
