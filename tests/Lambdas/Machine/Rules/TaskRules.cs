namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>What holds of each task by itself.</summary>
internal static class TaskRules
{
    /// <summary>Without one, a lost answer holds the execution for a year.</summary>
    public static IEnumerable<string> EveryTaskHasATimeout(OrderMachine machine) =>
        from task in machine.Tasks
        where task.TimeoutSeconds is null
        select $"{task.Name} has no TimeoutSeconds.";

    public static IEnumerable<string> EveryFunctionIsNamedLikeItsState(OrderMachine machine) =>
        from task in machine.Tasks
        where task.Resource.Integration == TaskIntegration.LambdaInvoke
        let handler = machine.FunctionOf(task)?.Handler
        where handler != task.Name
        select $"{task.Name} calls the function '{handler ?? "(none of this deployment)"}'.";
}
