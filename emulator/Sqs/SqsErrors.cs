using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs;

/// <summary>The errors of Amazon SQS: shape name, query code and HTTP status as AWS answers them.</summary>
internal static class SqsErrors
{
    private const string QueryPrefix = "AWS.SimpleQueueService.";

    public static AwsJsonException QueueDoesNotExist(string queue) =>
        Error("QueueDoesNotExist", $"There is no queue '{queue}'.", QueryPrefix + "NonExistentQueue");

    public static AwsJsonException QueueNameExists(string queue, string attribute) =>
        Error("QueueNameExists", $"Queue '{queue}' exists with another value of {attribute}.", "QueueAlreadyExists");

    public static AwsJsonException InvalidAddress(string queueUrl) =>
        Error("InvalidAddress", $"QueueUrl '{queueUrl}' does not end in /account/queue.");

    public static AwsJsonException InvalidParameterValue(string message) =>
        Error("InvalidParameterValueException", message, "InvalidParameterValue");

    public static AwsJsonException MissingParameter(string member) =>
        Error("MissingRequiredParameterException", $"{member} is required.", "MissingParameter");

    public static AwsJsonException Malformed(string message) =>
        Error("SerializationException", message, "MalformedInput");

    public static AwsJsonException UnknownOperation(string operation) =>
        Error("UnknownOperationException", $"AmazonSQS.{operation} is not served here.", "InvalidAction");

    public static AwsJsonException UnsupportedOperation(string message) =>
        Error("UnsupportedOperation", message, QueryPrefix + "UnsupportedOperation");

    public static AwsJsonException InvalidAttributeName(string message) => Error("InvalidAttributeName", message);

    public static AwsJsonException InvalidAttributeValue(string attribute, string reason) =>
        Error("InvalidAttributeValue", $"Attribute {attribute} is invalid: {reason}");

    public static AwsJsonException InvalidMessageContents(string member) =>
        Error("InvalidMessageContents", $"{member} has a character outside #x9, #xA, #xD, #x20-#xD7FF, #xE000-#xFFFD, #x10000-#x10FFFF.");

    public static AwsJsonException ReceiptHandleIsInvalid() =>
        Error("ReceiptHandleIsInvalid", "ReceiptHandle was not issued by this queue.", status: 404);

    public static AwsJsonException PurgeQueueInProgress(string queue) =>
        Error("PurgeQueueInProgress", $"Queue '{queue}' was purged within the last {SqsLimits.PurgeIntervalSeconds} seconds.",
            QueryPrefix + "PurgeQueueInProgress", 403);

    public static AwsJsonException OverLimit(string message) => Error("OverLimit", message, status: 403);

    public static AwsJsonException RequestThrottled(string message) => Error("RequestThrottled", message, status: 403);

    public static AwsJsonException ResourceNotFound(string message) =>
        Error("ResourceNotFoundException", message, status: 404);

    public static AwsJsonException Batch(string name, string message) => Error(name, message, QueryPrefix + name);

    private static AwsJsonException Error(string code, string message, string? queryCode = null, int status = 400) =>
        new(code, message, status, $"{queryCode ?? code};Sender");
}
