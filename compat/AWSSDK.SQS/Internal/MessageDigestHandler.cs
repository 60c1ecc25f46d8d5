using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>Refuses an answer whose digests do not fit what was sent, or what it carries. A digest that is missing is not asked for.</summary>
internal sealed class MessageDigestHandler : PipelineHandler
{
    public override void InvokeSync(IExecutionContext executionContext)
    {
        base.InvokeSync(executionContext);
        Check(executionContext.RequestContext.OriginalRequest, executionContext.ResponseContext.Response);
    }

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        Check(executionContext.RequestContext.OriginalRequest, executionContext.ResponseContext.Response);
        return response;
    }

    private static void Check(AmazonWebServiceRequest request, AmazonWebServiceResponse response)
    {
        switch (request, response)
        {
            case (SendMessageRequest sent, SendMessageResponse answer):
                Check(sent.MessageBody, answer.MD5OfMessageBody, sent.MessageAttributes, answer.MD5OfMessageAttributes, answer.MessageId);
                break;

            case (SendMessageBatchRequest sent, SendMessageBatchResponse answer):
                var entries = sent.Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
                foreach (var result in answer.Successful ?? [])
                {
                    var entry = entries[result.Id];
                    Check(
                        entry.MessageBody, result.MD5OfMessageBody, entry.MessageAttributes, result.MD5OfMessageAttributes, result.MessageId);
                }

                break;

            case (_, ReceiveMessageResponse answer):
                foreach (var message in answer.Messages ?? [])
                {
                    Check(message.Body, message.MD5OfBody, message.MessageAttributes, message.MD5OfMessageAttributes, message.MessageId);
                }

                break;
        }
    }

    private static void Check(
        string body, string bodyDigest, Dictionary<string, MessageAttributeValue> attributes, string attributesDigest, string messageId)
    {
        if (bodyDigest is not null && !MessageDigest.Fits(MessageDigest.OfBody(body), bodyDigest))
        {
            throw new AmazonSQSException($"MD5 hash mismatch on the body of message {messageId}.");
        }

        if (attributes is { Count: > 0 } && attributesDigest is not null
            && !MessageDigest.Fits(MessageDigest.OfAttributes(attributes), attributesDigest))
        {
            throw new AmazonSQSException($"MD5 hash mismatch on the attributes of message {messageId}.");
        }
    }
}
