using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using KakaoWorkflow.Lambdas.Kit;

namespace KakaoWorkflow.Lambdas.Queues;

/// <summary>
/// What all queue consumers share: each message stands for itself. One that fails is reported by its id and delivered again,
/// the others of its batch are done; after five deliveries it goes to the dead-letter queue.
/// </summary>
internal static class QueueFunction
{
    public static FunctionHandler Of(FunctionServices services, Func<string, ILambdaContext, CancellationToken, Task> handleBody) =>
        JsonFunction.Of<SQSEvent, SQSBatchResponse>(services, async (batch, context, token) =>
        {
            var failures = await Task.WhenAll((batch.Records ?? []).Select(message => HandleAsync(message, handleBody, context, token)));
            return new SQSBatchResponse([.. failures.OfType<SQSBatchResponse.BatchItemFailure>()]);
        });

#pragma warning disable CA1031 // any failure of one message is that message's failure alone
    private static async Task<SQSBatchResponse.BatchItemFailure?> HandleAsync(
        SQSEvent.SQSMessage message, Func<string, ILambdaContext, CancellationToken, Task> handleBody, ILambdaContext context,
        CancellationToken token)
    {
        try
        {
            await handleBody(message.Body ?? throw new JsonException("The message has no body."), context, token);
            return null;
        }
        catch (Exception error)
        {
            Log.MessageFailed(context.Logger, message.MessageId, error);
            return new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId };
        }
    }
#pragma warning restore CA1031
}
