using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The operations on queues and their attributes.</summary>
internal sealed class QueueApi(SqsService service)
{
    private const string All = "All";

    private static readonly HashSet<string> ReadableAttributes = new(StringComparer.Ordinal)
    {
        "QueueArn", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed", "CreatedTimestamp", "LastModifiedTimestamp",
    };

    public Dictionary<string, ApiOperation> Operations => new(StringComparer.Ordinal)
    {
        ["CreateQueue"] = CreateAsync,
        ["DeleteQueue"] = DeleteAsync,
        ["GetQueueUrl"] = GetUrlAsync,
        ["GetQueueAttributes"] = GetAttributesAsync,
        ["SetQueueAttributes"] = SetAttributesAsync,
        ["ListQueues"] = ListAsync,
        ["ListDeadLetterSourceQueues"] = ListDeadLetterSourcesAsync,
        ["PurgeQueue"] = PurgeAsync,
    };

    private async Task<JsonObject> CreateAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var name = request.Text("QueueName");
        var attributes = request.TextMap("Attributes");
        var tags = request.TextMap("tags");
        request.End();
        return UrlAnswer(await service.Queues.CreateAsync(name, attributes, tags));
    }

    private async Task<JsonObject> DeleteAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        request.End();
        await service.Queues.DeleteAsync(queue);
        return [];
    }

    private async Task<JsonObject> GetUrlAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var name = request.Text("QueueName");
        var owner = request.OptionalText("QueueOwnerAWSAccountId");
        request.End();
        if (owner is not null && owner != service.Options.AccountId)
            throw SqsErrors.QueueDoesNotExist(name);
        return UrlAnswer((await service.Queues.DescribeAsync(name)).Url);
    }

    private async Task<JsonObject> GetAttributesAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var names = request.Texts("AttributeNames");
        request.End();
        foreach (var name in names)
        {
            if (name != All && !ReadableAttributes.Contains(name) && QueueAttribute.Find(name) is null)
                throw SqsErrors.InvalidAttributeName($"AttributeNames: {name} is not an attribute of queues.");
        }

        var answer = new JsonObject();
        foreach (var (name, value) in (await service.Queues.DescribeAsync(queue)).ToAttributes())
        {
            if (names.Contains(All, StringComparer.Ordinal) || names.Contains(name, StringComparer.Ordinal))
                answer[name] = value;
        }
        return answer.Count == 0 ? [] : new JsonObject { ["Attributes"] = answer };
    }

    private async Task<JsonObject> SetAttributesAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var attributes = request.TextMap("Attributes");
        request.End();
        if (attributes.Count == 0)
            throw SqsErrors.MissingParameter("Attributes");
        await service.Queues.SetAttributesAsync(queue, attributes);
        return [];
    }

    private async Task<JsonObject> ListAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var prefix = request.OptionalText("QueueNamePrefix") ?? "";
        var page = QueuePage.Read(request);
        request.End();
        return page.Answer("QueueUrls", await service.Queues.ListAsync(prefix));
    }

    private async Task<JsonObject> ListDeadLetterSourcesAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var page = QueuePage.Read(request);
        request.End();
        return page.Answer("queueUrls", await service.Queues.ListDeadLetterSourcesAsync(queue));
    }

    private async Task<JsonObject> PurgeAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        request.End();
        await service.Queues.PurgeAsync(queue);
        return [];
    }

    private static JsonObject UrlAnswer(Uri url) => new() { ["QueueUrl"] = url.ToString() };
}
