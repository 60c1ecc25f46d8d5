using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The errors of the Step Functions API, by their names on the wire.</summary>
internal static class StepFunctionsErrors
{
    public static AwsJsonException Validation(string message) => new("ValidationException", message);

    public static AwsJsonException InvalidArn(string field, string arn) => new("InvalidArn", $"Invalid Arn: '{arn}' in '{field}'");

    public static AwsJsonException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static AwsJsonException InvalidToken(string what) => new("InvalidToken", $"Invalid Token: '{what}'");

    public static AwsJsonException InvalidDefinition(string reasons) =>
        new("InvalidDefinition", $"Invalid State Machine Definition: '{reasons}'");

    public static AwsJsonException InvalidExecutionInput(string reason) =>
        new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static AwsJsonException InvalidOutput(string reason) => new("InvalidOutput", $"Invalid Output: '{reason}'");

    public static AwsJsonException StateMachineAlreadyExists(string arn) =>
        new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsJsonException StateMachineDoesNotExist(string arn) =>
        new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsJsonException TypeNotSupported(string message) => new("StateMachineTypeNotSupported", message);

    public static AwsJsonException ExecutionDoesNotExist(string arn) =>
        new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsJsonException ExecutionAlreadyExists(string arn) =>
        new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsJsonException ExecutionNotRedrivable(string arn, string reason) =>
        new("ExecutionNotRedrivable", $"Execution Not Redrivable: '{arn}': {reason}");

    public static AwsJsonException TaskDoesNotExist() => new("TaskDoesNotExist", "Task Does Not Exist: the token's execution is gone.");

    public static AwsJsonException TaskTimedOut() =>
        new("TaskTimedOut", "Task Timed Out: the token has expired, or the task is closed already.");

    public static AwsJsonException ResourceNotFound(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'");

    public static AwsJsonException TooManyTags(string arn) => new("TooManyTags", $"Too many tags for '{arn}'");

    public static AwsJsonException MissingRequiredParameter(string message) => new("MissingRequiredParameter", message);
}
