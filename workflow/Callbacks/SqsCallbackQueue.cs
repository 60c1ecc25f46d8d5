using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Callbacks;

/// <summary>The <c>payment-callbacks</c> queue on SQS.</summary>
public sealed class SqsCallbackQueue(IAmazonSQS sqs, string queueUrl) : ICallbackQueue
{
    /// <inheritdoc />
    public Task SendAsync(CallbackMessage message, CancellationToken cancellationToken) =>
        sqs.SendMessageAsync(RequestOf(message), cancellationToken);

    /// <inheritdoc />
    public Task SendLaterAsync(CallbackMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        var request = RequestOf(message);
        request.DelaySeconds = (int)delay.TotalSeconds;
        return sqs.SendMessageAsync(request, cancellationToken);
    }

    private SendMessageRequest RequestOf(CallbackMessage message) => new()
    {
        QueueUrl = queueUrl,
        MessageBody = JsonSerializer.Serialize(message, CallbackJson.Default.CallbackMessage),
    };
}
