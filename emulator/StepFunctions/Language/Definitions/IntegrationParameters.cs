using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>
/// Which Parameters a service integration takes: AWS refuses others when the state machine is created.
/// </summary>
internal static class IntegrationParameters
{
    private static readonly string[] Conditions =
        ["TableName", "ConditionalOperator", "ConditionExpression", "Expected", "ExpressionAttributeNames",
         "ExpressionAttributeValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues"];

    /// <summary>Refuses missing and unknown parameters.</summary>
    /// <param name="resource">What the task calls.</param>
    /// <param name="state">The task.</param>
    /// <param name="argumentsField">The field that holds the parameters.</param>
    public static void Check(TaskResource resource, ObjectReader state, string argumentsField)
    {
        var (required, optional) = Names(resource.Integration);
        if (required.Length == 0)
            return;
        if (state.Take(argumentsField) is not { } parameters)
        {
            state.Diagnostics.Invalid(
                $"The integration '{resource.Service}:{resource.Action}' needs '{argumentsField}'.", state.Location);
            return;
        }

        // Anything but an object has been refused already.
        if (parameters.ValueKind != JsonValueKind.Object)
            return;
        var location = state.At(argumentsField);
        var given = parameters.EnumerateObject().Select(field => field.Name).ToList();
        foreach (var name in required.Where(name => !given.Exists(field => TemplateParser.FieldName(field) == name)))
            state.Diagnostics.Invalid($"The field '{name}' is missing.", location);
        foreach (var field in given)
        {
            var name = TemplateParser.FieldName(field);
            if (required.Contains(name) || optional.Contains(name))
                continue;
            state.Diagnostics.Invalid(
                $"The integration '{resource.Service}:{resource.Action}' does not take '{field}'.",
                Pointer.Append(location, field));
        }
    }

    private static (string[] Required, string[] Optional) Names(TaskIntegration integration) => integration switch
    {
        TaskIntegration.LambdaInvoke => (["FunctionName"], ["ClientContext", "InvocationType", "Payload", "Qualifier"]),
        TaskIntegration.SqsSendMessage =>
            (["QueueUrl", "MessageBody"],
             ["DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId"]),
        TaskIntegration.DynamoDbGetItem =>
            (["TableName", "Key"],
             ["AttributesToGet", "ConsistentRead", "ExpressionAttributeNames", "ProjectionExpression", "ReturnConsumedCapacity"]),
        TaskIntegration.DynamoDbPutItem => (["TableName", "Item"], Conditions),
        TaskIntegration.DynamoDbUpdateItem =>
            (["TableName", "Key"], [.. Conditions, "AttributeUpdates", "UpdateExpression"]),
        TaskIntegration.DynamoDbDeleteItem => (["TableName", "Key"], Conditions),
        _ => ([], []),
    };
}
