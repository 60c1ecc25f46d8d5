using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The operations on single messages.</summary>
internal sealed class MessageApi(SqsService service)
{
    public Dictionary<string, ApiOperation> Operations => new(StringComparer.Ordinal)
    {
        ["SendMessage"] = SendAsync,
        ["ReceiveMessage"] = ReceiveAsync,
        ["DeleteMessage"] = DeleteAsync,
        ["ChangeMessageVisibility"] = ChangeVisibilityAsync,
    };

    private async Task<JsonObject> SendAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var message = request.ReadMessage();
        request.End();
        return SentMessageJson.Write(await service.Messages.SendAsync(queue, message));
    }

    private async Task<JsonObject> ReceiveAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var selection = MessageSelection.Read(request);
        var receive = new ReceiveRequest
        {
            MaxMessages = request.OptionalNumber("MaxNumberOfMessages") ?? 1,
            VisibilityTimeoutSeconds = request.OptionalNumber("VisibilityTimeout"),
            Wait = request.OptionalNumber("WaitTimeSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            AttemptId = request.OptionalText("ReceiveRequestAttemptId"),
        };
        request.End();
        var messages = await service.Messages.ReceiveAsync(queue, receive, cancellationToken);
        return messages.Count == 0
            ? []
            : new JsonObject { ["Messages"] = new JsonArray([.. messages.Select(selection.Write)]) };
    }

    private async Task<JsonObject> DeleteAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var receipt = request.Text("ReceiptHandle");
        request.End();
        ThrowIfFailed(await service.Messages.DeleteAsync(queue, [receipt]));
        return [];
    }

    private async Task<JsonObject> ChangeVisibilityAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var receipt = request.Text("ReceiptHandle");
        var timeout = request.Number("VisibilityTimeout");
        request.End();
        ThrowIfFailed(await service.Messages.ChangeVisibilityAsync(queue, [(receipt, timeout)]));
        return [];
    }

    private static void ThrowIfFailed(IReadOnlyList<AwsJsonException?> errors)
    {
        if (errors[0] is { } error)
            throw error;
    }
}
