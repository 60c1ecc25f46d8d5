namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>The parsed <c>Resource</c> of a Task state.</summary>
/// <param name="Arn">As the definition has it.</param>
/// <param name="Integration">What it calls.</param>
/// <param name="WaitsForTaskToken">Whether the task goes on until its token comes back.</param>
internal sealed record TaskResource(string Arn, TaskIntegration Integration, bool WaitsForTaskToken)
{
    /// <summary>What history events call <c>resourceType</c>: <c>lambda</c>, <c>sqs</c> or <c>dynamodb</c>.</summary>
    public string Service => Integration switch
    {
        TaskIntegration.LambdaFunction or TaskIntegration.LambdaInvoke => "lambda",
        TaskIntegration.SqsSendMessage => "sqs",
        _ => "dynamodb",
    };

    /// <summary>
    /// What history events call <c>resource</c>, such as <c>invoke.waitForTaskToken</c>; for a function ARN, the ARN.
    /// </summary>
    public string Action => Integration == TaskIntegration.LambdaFunction ? Arn : Arn[(Arn.LastIndexOf(':') + 1)..];
}
