using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The operations on a queue's tags.</summary>
internal sealed class QueueTagApi(SqsService service)
{
    public Dictionary<string, ApiOperation> Operations => new(StringComparer.Ordinal)
    {
        ["TagQueue"] = TagAsync,
        ["UntagQueue"] = UntagAsync,
        ["ListQueueTags"] = ListAsync,
    };

    private async Task<JsonObject> TagAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var tags = request.TextMap("Tags");
        request.End();
        if (tags.Count == 0)
            throw SqsErrors.MissingParameter("Tags");
        await service.Queues.TagAsync(queue, tags);
        return [];
    }

    private async Task<JsonObject> UntagAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var keys = request.Texts("TagKeys");
        request.End();
        if (keys.Count == 0)
            throw SqsErrors.MissingParameter("TagKeys");
        await service.Queues.UntagAsync(queue, keys);
        return [];
    }

    private async Task<JsonObject> ListAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        request.End();
        var tags = new JsonObject();
        foreach (var (key, value) in await service.Queues.ListTagsAsync(queue))
            tags[key] = value;
        return tags.Count == 0 ? [] : new JsonObject { ["Tags"] = tags };
    }
}
