using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Hands each call to the part that knows its service.</summary>
internal sealed class TaskCaller(LambdaTask lambda, ServiceTask sqs, ServiceTask dynamoDb) : ITaskCaller
{
    /// <inheritdoc />
    public Task<JsonNode?> CallAsync(TaskResource resource, JsonNode? parameters, CancellationToken cancellationToken) =>
        resource.Integration switch
        {
            TaskIntegration.LambdaFunction => lambda.CallFunctionAsync(resource.Arn, parameters, cancellationToken),
            TaskIntegration.LambdaInvoke => lambda.InvokeAsync(parameters, cancellationToken),
            TaskIntegration.SqsSendMessage => sqs.CallAsync("SendMessage", parameters, cancellationToken),
            TaskIntegration.DynamoDbGetItem => dynamoDb.CallAsync("GetItem", parameters, cancellationToken),
            TaskIntegration.DynamoDbPutItem => dynamoDb.CallAsync("PutItem", parameters, cancellationToken),
            TaskIntegration.DynamoDbUpdateItem => dynamoDb.CallAsync("UpdateItem", parameters, cancellationToken),
            TaskIntegration.DynamoDbDeleteItem => dynamoDb.CallAsync("DeleteItem", parameters, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(resource), resource.Integration, "No part calls this integration."),
        };
}
