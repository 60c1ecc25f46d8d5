using Amazon.StepFunctions.Model;
using KakaoWorkflow.Compat;

namespace Amazon.StepFunctions.Internal;

/// <summary>The names and errors of the service.</summary>
internal static class StepFunctionsProtocol
{
    /// <summary>What operations that encrypt or decrypt data declare besides their own.</summary>
    public static readonly string[] KmsErrors =
    [
        "KmsAccessDeniedException", "KmsInvalidStateException", "KmsThrottlingException",
    ];

    public static AwsJsonProtocol Instance { get; } = new(
        "Amazon.StepFunctions", "AWSStepFunctions", "2016-11-23", IsQueryCompatible: false, ToException);

    private static AmazonStepFunctionsException ToException(AwsJsonError error)
    {
        var (shape, code, type, message, id, status, cause, body) = error;
        return shape switch
        {
            "ConflictException" => new ConflictException(message, cause, type, code, id, status),
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, cause, type, code, id, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, cause, type, code, id, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, cause, type, code, id, status),
            "ExecutionNotRedrivable" => new ExecutionNotRedrivableException(message, cause, type, code, id, status),
            "InvalidArn" => new InvalidArnException(message, cause, type, code, id, status),
            "InvalidDefinition" => new InvalidDefinitionException(message, cause, type, code, id, status),
            "InvalidEncryptionConfiguration" => new InvalidEncryptionConfigurationException(message, cause, type, code, id, status),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, cause, type, code, id, status),
            "InvalidLoggingConfiguration" => new InvalidLoggingConfigurationException(message, cause, type, code, id, status),
            "InvalidName" => new InvalidNameException(message, cause, type, code, id, status),
            "InvalidOutput" => new InvalidOutputException(message, cause, type, code, id, status),
            "InvalidToken" => new InvalidTokenException(message, cause, type, code, id, status),
            "InvalidTracingConfiguration" => new InvalidTracingConfigurationException(message, cause, type, code, id, status),
            "KmsAccessDeniedException" => new KmsAccessDeniedException(message, cause, type, code, id, status),
            "KmsInvalidStateException" => new KmsInvalidStateException(message, cause, type, code, id, status)
            {
                KmsKeyState = body.Text("kmsKeyState"),
            },
            "KmsThrottlingException" => new KmsThrottlingException(message, cause, type, code, id, status),
            "MissingRequiredParameter" => new MissingRequiredParameterException(message, cause, type, code, id, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, cause, type, code, id, status)
            {
                ResourceName = body.Text("resourceName"),
            },
            "ServiceQuotaExceededException" => new ServiceQuotaExceededException(message, cause, type, code, id, status),
            "StateMachineAlreadyExists" => new StateMachineAlreadyExistsException(message, cause, type, code, id, status),
            "StateMachineDeleting" => new StateMachineDeletingException(message, cause, type, code, id, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, cause, type, code, id, status),
            "StateMachineLimitExceeded" => new StateMachineLimitExceededException(message, cause, type, code, id, status),
            "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(message, cause, type, code, id, status),
            "TaskDoesNotExist" => new TaskDoesNotExistException(message, cause, type, code, id, status),
            "TaskTimedOut" => new TaskTimedOutException(message, cause, type, code, id, status),
            "TooManyTags" => new TooManyTagsException(message, cause, type, code, id, status)
            {
                ResourceName = body.Text("resourceName"),
            },
            "ValidationException" => new ValidationException(message, cause, type, code, id, status)
            {
                Reason = body.Text("reason"),
            },
            _ => new AmazonStepFunctionsException(message, cause, type, code, id, status),
        };
    }
}
