using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The operations on batches of messages.</summary>
internal sealed class MessageBatchApi(SqsService service)
{
    public Dictionary<string, ApiOperation> Operations => new(StringComparer.Ordinal)
    {
        ["SendMessageBatch"] = SendAsync,
        ["DeleteMessageBatch"] = DeleteAsync,
        ["ChangeMessageVisibilityBatch"] = ChangeVisibilityAsync,
    };

    private async Task<JsonObject> SendAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var entries = request.ReadEntries();
        request.End();
        var messages = entries.Select(entry => ReadEntry(entry.Entry)).ToList();
        var bytes = messages.Sum(message => (long)MessageSize.OfBytes(message.Body, message.Attributes));
        if (bytes > SqsLimits.MessageBytes)
        {
            throw SqsErrors.Batch(
                "BatchRequestTooLong", $"Entries have {bytes} bytes together; {SqsLimits.MessageBytes} are allowed.");
        }

        var outcomes = await service.Messages.SendBatchAsync(queue, messages);
        return BatchEntries.Answer(entries.Zip(outcomes, (entry, outcome) =>
            (entry.Id, outcome.Result is { } sent ? SentMessageJson.Write(sent) : null, outcome.Error)));
    }

    private async Task<JsonObject> DeleteAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var entries = request.ReadEntries();
        request.End();
        var receipts = entries.Select(entry => ReadReceipt(entry.Entry)).ToList();
        return Answer(entries, await service.Messages.DeleteAsync(queue, receipts));
    }

    private async Task<JsonObject> ChangeVisibilityAsync(RequestReader request, CancellationToken cancellationToken)
    {
        var queue = request.ReadQueue(service.Options);
        var entries = request.ReadEntries();
        request.End();
        var changes = entries.Select(entry => ReadChange(entry.Entry)).ToList();
        return Answer(entries, await service.Messages.ChangeVisibilityAsync(queue, changes));
    }

    private static OutgoingMessage ReadEntry(RequestReader entry)
    {
        var message = entry.ReadMessage();
        entry.End();
        return message;
    }

    private static string ReadReceipt(RequestReader entry)
    {
        var receipt = entry.Text("ReceiptHandle");
        entry.End();
        return receipt;
    }

    private static (string ReceiptHandle, int TimeoutSeconds) ReadChange(RequestReader entry)
    {
        var change = (entry.Text("ReceiptHandle"), entry.Number("VisibilityTimeout"));
        entry.End();
        return change;
    }

    private static JsonObject Answer(
        IEnumerable<(string Id, RequestReader Entry)> entries, IEnumerable<AwsJsonException?> errors) =>
        BatchEntries.Answer(entries.Zip(errors, (entry, error) => (entry.Id, (JsonObject?)null, error)));
}
