using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The SQS protocol (AWS JSON 1.0, target prefix <c>AmazonSQS</c>) over an <see cref="SqsService"/>.</summary>
/// <param name="service">The queues.</param>
internal sealed class SqsApi(SqsService service) : IAwsJsonService
{
    private readonly Dictionary<string, ApiOperation> _operations = new IEnumerable<KeyValuePair<string, ApiOperation>>[]
    {
        new QueueApi(service).Operations,
        new QueueTagApi(service).Operations,
        new MessageApi(service).Operations,
        new MessageBatchApi(service).Operations,
        new MoveTaskApi(service).Operations,
    }.SelectMany(operations => operations).ToDictionary(StringComparer.Ordinal);

    /// <inheritdoc />
    public string TargetPrefix => "AmazonSQS";

    /// <inheritdoc />
    public Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        _operations.TryGetValue(operation, out var handler)
            ? handler(new RequestReader(request), cancellationToken)
            : throw SqsErrors.UnknownOperation(operation);
}
