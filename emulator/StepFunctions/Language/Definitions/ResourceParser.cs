using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Reads the ARN in <c>Resource</c>.</summary>
internal static class ResourceParser
{
    private const string TokenSuffix = ".waitForTaskToken";

    /// <exception cref="FormatException">It is no ARN that a task can name.</exception>
    /// <exception cref="NotSupportedException">It is one, of an integration that is not supported here.</exception>
    public static TaskResource Parse(string arn)
    {
        var parts = arn.Split(':');
        if (parts.Length < 6 || parts[0] != "arn" || parts[1] is not ("aws" or "aws-cn" or "aws-us-gov"))
            throw new FormatException($"'{arn}' is not an ARN of the partitions aws, aws-cn and aws-us-gov.");
        return parts[2] switch
        {
            "lambda" => ParseFunction(arn, parts),
            "states" when parts[5] == "activity" =>
                throw new NotSupportedException($"Activities are not supported: '{arn}'."),
            "states" => ParseIntegration(arn, parts),
            _ => throw new NotSupportedException($"Tasks of the service '{parts[2]}' are not supported: '{arn}'."),
        };
    }

    private static TaskResource ParseFunction(string arn, string[] parts)
    {
        // arn : partition : lambda : region : account : function : name [: version or alias]
        var isComplete = parts is [_, _, _, not "", not "", "function", not ""]
            or [_, _, _, not "", not "", "function", not "", not ""];
        return isComplete
            ? new TaskResource(arn, TaskIntegration.LambdaFunction, WaitsForTaskToken: false)
            : throw new FormatException($"'{arn}' is not the ARN of a Lambda function.");
    }

    private static TaskResource ParseIntegration(string arn, string[] parts)
    {
        if (parts is not [_, _, _, "", "", var service, ..])
            throw new FormatException(
                $"'{arn}' is not the ARN of a service integration: its region and account must be empty.");
        if (service == "aws-sdk")
            throw new NotSupportedException($"AWS SDK integrations (aws-sdk) are not supported: '{arn}'.");
        if (parts.Length != 7)
            throw new FormatException($"'{arn}' is not the ARN of a service integration.");
        var waits = parts[6].EndsWith(TokenSuffix, StringComparison.Ordinal);
        var action = waits ? parts[6][..^TokenSuffix.Length] : parts[6];
        TaskIntegration? integration = $"{service}:{action}" switch
        {
            "lambda:invoke" => TaskIntegration.LambdaInvoke,
            "sqs:sendMessage" => TaskIntegration.SqsSendMessage,
            "dynamodb:getItem" => TaskIntegration.DynamoDbGetItem,
            "dynamodb:putItem" => TaskIntegration.DynamoDbPutItem,
            "dynamodb:updateItem" => TaskIntegration.DynamoDbUpdateItem,
            "dynamodb:deleteItem" => TaskIntegration.DynamoDbDeleteItem,
            _ => null,
        };
        if (waits && service == "dynamodb")
            throw new FormatException($"DynamoDB integrations cannot wait for a task token: '{arn}'.");
        if (action.EndsWith(".sync", StringComparison.Ordinal) || action.EndsWith(".sync:2", StringComparison.Ordinal))
            throw new NotSupportedException($"Integrations that run a job (.sync) are not supported: '{arn}'.");
        return integration is { } known
            ? new TaskResource(arn, known, waits)
            : throw new NotSupportedException($"The integration '{service}:{action}' is not supported: '{arn}'.");
    }
}
