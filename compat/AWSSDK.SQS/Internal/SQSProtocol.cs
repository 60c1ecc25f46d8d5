using Amazon.SQS.Model;
using KakaoWorkflow.Compat;

namespace Amazon.SQS.Internal;

/// <summary>The names and errors of the service.</summary>
internal static class SQSProtocol
{
    /// <summary>What every operation declares.</summary>
    public static readonly string[] CommonErrors =
    [
        "RequestThrottled", "InvalidAddress", "InvalidSecurity", "UnsupportedOperation",
    ];

    /// <summary>What operations that encrypt or decrypt messages declare besides.</summary>
    public static readonly string[] KmsErrors =
    [
        "KmsDisabled", "KmsInvalidState", "KmsNotFound", "KmsOptInRequired", "KmsThrottled", "KmsAccessDenied",
        "KmsInvalidKeyUsage",
    ];

    public static AwsJsonProtocol Instance { get; } = new(
        "Amazon.SQS", "AmazonSQS", "2012-11-05", IsQueryCompatible: true, ToException);

    private static AmazonSQSException ToException(AwsJsonError error)
    {
        var (shape, code, type, message, id, status, cause, _) = error;
        return shape switch
        {
            "BatchEntryIdsNotDistinct" => new BatchEntryIdsNotDistinctException(message, cause, type, code, id, status),
            "BatchRequestTooLong" => new BatchRequestTooLongException(message, cause, type, code, id, status),
            "EmptyBatchRequest" => new EmptyBatchRequestException(message, cause, type, code, id, status),
            "InvalidAddress" => new InvalidAddressException(message, cause, type, code, id, status),
            "InvalidAttributeName" => new InvalidAttributeNameException(message, cause, type, code, id, status),
            "InvalidAttributeValue" => new InvalidAttributeValueException(message, cause, type, code, id, status),
            "InvalidBatchEntryId" => new InvalidBatchEntryIdException(message, cause, type, code, id, status),
            "InvalidMessageContents" => new InvalidMessageContentsException(message, cause, type, code, id, status),
            "InvalidSecurity" => new InvalidSecurityException(message, cause, type, code, id, status),
            "KmsAccessDenied" => new KmsAccessDeniedException(message, cause, type, code, id, status),
            "KmsDisabled" => new KmsDisabledException(message, cause, type, code, id, status),
            "KmsInvalidKeyUsage" => new KmsInvalidKeyUsageException(message, cause, type, code, id, status),
            "KmsInvalidState" => new KmsInvalidStateException(message, cause, type, code, id, status),
            "KmsNotFound" => new KmsNotFoundException(message, cause, type, code, id, status),
            "KmsOptInRequired" => new KmsOptInRequiredException(message, cause, type, code, id, status),
            "KmsThrottled" => new KmsThrottledException(message, cause, type, code, id, status),
            "MessageNotInflight" => new MessageNotInflightException(message, cause, type, code, id, status),
            "OverLimit" => new OverLimitException(message, cause, type, code, id, status),
            "PurgeQueueInProgress" => new PurgeQueueInProgressException(message, cause, type, code, id, status),
            "QueueDeletedRecently" => new QueueDeletedRecentlyException(message, cause, type, code, id, status),
            "QueueDoesNotExist" => new QueueDoesNotExistException(message, cause, type, code, id, status),
            "QueueNameExists" => new QueueNameExistsException(message, cause, type, code, id, status),
            "ReceiptHandleIsInvalid" => new ReceiptHandleIsInvalidException(message, cause, type, code, id, status),
            "RequestThrottled" => new RequestThrottledException(message, cause, type, code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, cause, type, code, id, status),
            "TooManyEntriesInBatchRequest" => new TooManyEntriesInBatchRequestException(message, cause, type, code, id, status),
            "UnsupportedOperation" => new UnsupportedOperationException(message, cause, type, code, id, status),
            _ => new AmazonSQSException(message, cause, type, code, id, status),
        };
    }
}
