using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>The names and errors of the service.</summary>
internal static class StepFunctionsProtocol
{
    /// <summary>The SDK's name of the service.</summary>
    public const string ServiceName = "Amazon.StepFunctions";

    /// <summary>The part of X-Amz-Target before the operation.</summary>
    public const string TargetPrefix = "AWSStepFunctions";

    /// <summary>The date of the API.</summary>
    public const string ApiVersion = "2016-11-23";

    /// <summary>What operations that encrypt or decrypt data declare besides their own.</summary>
    public static readonly string[] KmsErrors =
    [
        "KmsAccessDeniedException", "KmsInvalidStateException", "KmsThrottlingException",
    ];

    /// <summary>The exception of an error, or the service's base exception of one that the operation does not declare.</summary>
    public static AmazonStepFunctionsException ToException(AwsJsonError error)
    {
        var (shape, code, type, message, id, status, cause, body) = error;
        return shape switch
        {
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, cause, type, code, id, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, cause, type, code, id, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, cause, type, code, id, status),
            "InvalidArn" => new InvalidArnException(message, cause, type, code, id, status),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, cause, type, code, id, status),
            "InvalidName" => new InvalidNameException(message, cause, type, code, id, status),
            "InvalidOutput" => new InvalidOutputException(message, cause, type, code, id, status),
            "InvalidToken" => new InvalidTokenException(message, cause, type, code, id, status),
            "KmsAccessDeniedException" => new KmsAccessDeniedException(message, cause, type, code, id, status),
            "KmsInvalidStateException" => new KmsInvalidStateException(message, cause, type, code, id, status)
            {
                KmsKeyState = body.Text("kmsKeyState"),
            },
            "KmsThrottlingException" => new KmsThrottlingException(message, cause, type, code, id, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, cause, type, code, id, status)
            {
                ResourceName = body.Text("resourceName"),
            },
            "StateMachineDeleting" => new StateMachineDeletingException(message, cause, type, code, id, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, cause, type, code, id, status),
            "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(message, cause, type, code, id, status),
            "TaskDoesNotExist" => new TaskDoesNotExistException(message, cause, type, code, id, status),
            "TaskTimedOut" => new TaskTimedOutException(message, cause, type, code, id, status),
            "ValidationException" => new ValidationException(message, cause, type, code, id, status)
            {
                Reason = body.Text("reason"),
            },
            _ => new AmazonStepFunctionsException(message, cause, type, code, id, status),
        };
    }
}
