using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Moves;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The operations on move tasks (redrive of dead letters).</summary>
internal sealed class MoveTaskApi(SqsService service)
{
    public Dictionary<string, ApiOperation> Operations => new(StringComparer.Ordinal)
    {
        ["StartMessageMoveTask"] = StartAsync,
        ["ListMessageMoveTasks"] = ListAsync,
        ["CancelMessageMoveTask"] = CancelAsync,
    };

    private async Task<JsonObject> StartAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var source = request.Text("SourceArn");
        var destination = request.OptionalText("DestinationArn");
        var rate = request.OptionalNumber("MaxNumberOfMessagesPerSecond");
        request.End();
        return new JsonObject { ["TaskHandle"] = await service.Moves.StartAsync(source, destination, rate) };
    }

    private async Task<JsonObject> ListAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var source = request.Text("SourceArn");
        var most = request.OptionalNumber("MaxResults") ?? 1;
        request.End();
        var tasks = await service.Moves.ListAsync(source, most);
        return tasks.Count == 0 ? [] : new JsonObject { ["Results"] = new JsonArray([.. tasks.Select(Write)]) };
    }

    private async Task<JsonObject> CancelAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var handle = request.Text("TaskHandle");
        request.End();
        return new JsonObject { ["ApproximateNumberOfMessagesMoved"] = await service.Moves.CancelAsync(handle) };
    }

    private static JsonObject Write(MoveTaskDescription task)
    {
        var json = new JsonObject
        {
            ["Status"] = task.Status.ToString().ToUpperInvariant(),
            ["SourceArn"] = task.SourceArn,
            ["ApproximateNumberOfMessagesMoved"] = task.Moved,
            ["ApproximateNumberOfMessagesToMove"] = task.ToMove,
            ["StartedTimestamp"] = task.StartedMs,
        };
        if (task.TaskHandle is { } handle)
            json["TaskHandle"] = handle;
        if (task.DestinationArn is { } destination)
            json["DestinationArn"] = destination;
        if (task.RatePerSecond is { } rate)
            json["MaxNumberOfMessagesPerSecond"] = rate;
        if (task.FailureReason is { } reason)
            json["FailureReason"] = reason;
        return json;
    }
}
