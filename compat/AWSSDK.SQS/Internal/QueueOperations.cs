using Amazon.SQS.Model;
using KakaoWorkflow.Compat;

namespace Amazon.SQS.Internal;

/// <summary>The operations on queues.</summary>
internal static class QueueOperations
{
    public static readonly AwsJsonOperation<GetQueueUrlRequest, GetQueueUrlResponse> GetQueueUrl = new(
        SQSProtocol.Instance,
        "GetQueueUrl",
        [.. SQSProtocol.CommonErrors, "QueueDoesNotExist"],
        static (writer, request) =>
        {
            writer.Put("QueueName", request.QueueName);
            writer.Put("QueueOwnerAWSAccountId", request.QueueOwnerAWSAccountId);
        },
        static (json, response) => response.QueueUrl = json.Text("QueueUrl"));

    public static readonly AwsJsonOperation<GetQueueAttributesRequest, GetQueueAttributesResponse> GetQueueAttributes = new(
        SQSProtocol.Instance,
        "GetQueueAttributes",
        [.. SQSProtocol.CommonErrors, "InvalidAttributeName", "QueueDoesNotExist"],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.Put("AttributeNames", request.AttributeNames);
        },
        static (json, response) => response.Attributes = json.TextMap("Attributes"));

    public static readonly AwsJsonOperation<SetQueueAttributesRequest, SetQueueAttributesResponse> SetQueueAttributes = new(
        SQSProtocol.Instance,
        "SetQueueAttributes",
        [.. SQSProtocol.CommonErrors, "InvalidAttributeName", "InvalidAttributeValue", "QueueDoesNotExist", "OverLimit"],
        static (writer, request) =>
        {
            writer.Put("QueueUrl", request.QueueUrl);
            writer.Put("Attributes", request.Attributes);
        },
        static (_, _) => { });

    public static readonly AwsJsonOperation<CreateQueueRequest, CreateQueueResponse> CreateQueue = new(
        SQSProtocol.Instance,
        "CreateQueue",
        [
            .. SQSProtocol.CommonErrors, "QueueDeletedRecently", "QueueNameExists", "InvalidAttributeName",
            "InvalidAttributeValue",
        ],
        static (writer, request) =>
        {
            writer.Put("QueueName", request.QueueName);
            writer.Put("Attributes", request.Attributes);
            writer.Put("tags", request.Tags);
        },
        static (json, response) => response.QueueUrl = json.Text("QueueUrl"));

    public static readonly AwsJsonOperation<DeleteQueueRequest, DeleteQueueResponse> DeleteQueue = new(
        SQSProtocol.Instance,
        "DeleteQueue",
        [.. SQSProtocol.CommonErrors, "QueueDoesNotExist"],
        static (writer, request) => writer.Put("QueueUrl", request.QueueUrl),
        static (_, _) => { });

    public static readonly AwsJsonOperation<ListQueuesRequest, ListQueuesResponse> ListQueues = new(
        SQSProtocol.Instance,
        "ListQueues",
        [.. SQSProtocol.CommonErrors],
        static (writer, request) =>
        {
            writer.Put("QueueNamePrefix", request.QueueNamePrefix);
            writer.Put("NextToken", request.NextToken);
            writer.Put("MaxResults", request.MaxResults);
        },
        static (json, response) =>
        {
            response.QueueUrls = json.TextList("QueueUrls");
            response.NextToken = json.Text("NextToken");
        });

    public static readonly AwsJsonOperation<PurgeQueueRequest, PurgeQueueResponse> PurgeQueue = new(
        SQSProtocol.Instance,
        "PurgeQueue",
        [.. SQSProtocol.CommonErrors, "QueueDoesNotExist", "PurgeQueueInProgress"],
        static (writer, request) => writer.Put("QueueUrl", request.QueueUrl),
        static (_, _) => { });

    public static readonly AwsJsonOperation<StartMessageMoveTaskRequest, StartMessageMoveTaskResponse>
        StartMessageMoveTask = new(
            SQSProtocol.Instance,
            "StartMessageMoveTask",
            [.. SQSProtocol.CommonErrors, "ResourceNotFoundException"],
            static (writer, request) =>
            {
                writer.Put("SourceArn", request.SourceArn);
                writer.Put("DestinationArn", request.DestinationArn);
                writer.Put("MaxNumberOfMessagesPerSecond", request.MaxNumberOfMessagesPerSecond);
            },
            static (json, response) => response.TaskHandle = json.Text("TaskHandle"));
}
