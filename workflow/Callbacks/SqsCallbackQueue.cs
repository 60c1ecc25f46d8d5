using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Callbacks;

/// <summary>The <c>payment-callbacks</c> queue on SQS.</summary>
public sealed class SqsCallbackQueue(IAmazonSQS sqs, string queueUrl) : ICallbackQueue
{
    /// <inheritdoc />
    public Task SendAsync(CallbackMessage message, CancellationToken cancellationToken) => sqs.SendMessageAsync(
        new SendMessageRequest
        {
            QueueUrl = queueUrl,
            MessageBody = JsonSerializer.Serialize(message, CallbackJson.Default.CallbackMessage),
        },
        cancellationToken);
}
