using Amazon.SQS.Model;
using KakaoWorkflow.Compat;

namespace Amazon.SQS.Internal;

/// <summary>The operations on the messages of a queue.</summary>
internal static class MessageOperations
{
    public static readonly AwsJsonOperation<SendMessageRequest, SendMessageResponse> SendMessage = new(
        SQSProtocol.Instance,
        "SendMessage",
        [.. SQSProtocol.CommonErrors, .. SQSProtocol.KmsErrors, "InvalidMessageContents", "QueueDoesNotExist"],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.Put("MessageBody", request.MessageBody);
            writer.Put("DelaySeconds", request.DelaySeconds);
            writer.PutObjectMap("MessageAttributes", request.MessageAttributes, MessageJson.WriteMessageAttributeValue);
            writer.PutObjectMap("MessageSystemAttributes", request.MessageSystemAttributes, MessageJson.WriteMessageSystemAttributeValue);
            writer.Put("MessageDeduplicationId", request.MessageDeduplicationId);
            writer.Put("MessageGroupId", request.MessageGroupId);
        },
        static (json, response) =>
        {
            response.MD5OfMessageBody = json.Text("MD5OfMessageBody");
            response.MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes");
            response.MD5OfMessageSystemAttributes = json.Text("MD5OfMessageSystemAttributes");
            response.MessageId = json.Text("MessageId");
            response.SequenceNumber = json.Text("SequenceNumber");
        });

    public static readonly AwsJsonOperation<SendMessageBatchRequest, SendMessageBatchResponse> SendMessageBatch = new(
        SQSProtocol.Instance,
        "SendMessageBatch",
        [
            .. SQSProtocol.CommonErrors, .. SQSProtocol.KmsErrors, "TooManyEntriesInBatchRequest", "EmptyBatchRequest",
            "BatchEntryIdsNotDistinct", "BatchRequestTooLong", "InvalidBatchEntryId", "QueueDoesNotExist",
        ],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.PutObjects("Entries", request.Entries, MessageJson.WriteSendMessageBatchRequestEntry);
        },
        static (json, response) =>
        {
            response.Successful = json.List("Successful", MessageJson.ReadSendMessageBatchResultEntry);
            response.Failed = json.List("Failed", MessageJson.ReadBatchResultErrorEntry);
        });

    public static readonly AwsJsonOperation<ReceiveMessageRequest, ReceiveMessageResponse> ReceiveMessage = new(
        SQSProtocol.Instance,
        "ReceiveMessage",
        [.. SQSProtocol.CommonErrors, .. SQSProtocol.KmsErrors, "OverLimit", "QueueDoesNotExist"],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.Put("MessageSystemAttributeNames", request.MessageSystemAttributeNames);
            writer.Put("MessageAttributeNames", request.MessageAttributeNames);
            writer.Put("MaxNumberOfMessages", request.MaxNumberOfMessages);
            writer.Put("VisibilityTimeout", request.VisibilityTimeout);
            writer.Put("WaitTimeSeconds", request.WaitTimeSeconds);
            writer.Put("ReceiveRequestAttemptId", request.ReceiveRequestAttemptId);
        },
        static (json, response) => response.Messages = json.List("Messages", MessageJson.ReadMessage));

    public static readonly AwsJsonOperation<DeleteMessageRequest, DeleteMessageResponse> DeleteMessage = new(
        SQSProtocol.Instance,
        "DeleteMessage",
        [.. SQSProtocol.CommonErrors, "ReceiptHandleIsInvalid", "QueueDoesNotExist"],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.Put("ReceiptHandle", request.ReceiptHandle);
        },
        static (_, _) => { });

    public static readonly AwsJsonOperation<DeleteMessageBatchRequest, DeleteMessageBatchResponse> DeleteMessageBatch = new(
        SQSProtocol.Instance,
        "DeleteMessageBatch",
        [
            .. SQSProtocol.CommonErrors, "TooManyEntriesInBatchRequest", "EmptyBatchRequest",
            "BatchEntryIdsNotDistinct", "InvalidBatchEntryId", "QueueDoesNotExist",
        ],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.PutObjects("Entries", request.Entries, MessageJson.WriteDeleteMessageBatchRequestEntry);
        },
        static (json, response) =>
        {
            response.Successful = json.List("Successful", MessageJson.ReadDeleteMessageBatchResultEntry);
            response.Failed = json.List("Failed", MessageJson.ReadBatchResultErrorEntry);
        });

    public static readonly AwsJsonOperation<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>
        ChangeMessageVisibility = new(
            SQSProtocol.Instance,
            "ChangeMessageVisibility",
            [.. SQSProtocol.CommonErrors, "MessageNotInflight", "ReceiptHandleIsInvalid", "QueueDoesNotExist"],
            static (writer, request) =>
            {
                writer.Put("QueueUrl", request.QueueUrl);
                writer.Put("ReceiptHandle", request.ReceiptHandle);
                writer.Put("VisibilityTimeout", request.VisibilityTimeout);
            },
            static (_, _) => { });

    public static readonly AwsJsonOperation<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResponse>
        ChangeMessageVisibilityBatch = new(
            SQSProtocol.Instance,
            "ChangeMessageVisibilityBatch",
            [
                .. SQSProtocol.CommonErrors, "TooManyEntriesInBatchRequest", "EmptyBatchRequest",
                "BatchEntryIdsNotDistinct", "InvalidBatchEntryId", "QueueDoesNotExist",
            ],
            static (writer, request) =>
            {
                writer.Put("QueueUrl", request.QueueUrl);
                writer.PutObjects("Entries", request.Entries, MessageJson.WriteChangeMessageVisibilityBatchRequestEntry);
            },
            static (json, response) =>
            {
                response.Successful = json.List("Successful", MessageJson.ReadChangeMessageVisibilityBatchResultEntry);
                response.Failed = json.List("Failed", MessageJson.ReadBatchResultErrorEntry);
            });
}
