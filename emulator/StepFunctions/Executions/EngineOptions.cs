using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>How the embedded Step Functions are set up.</summary>
internal sealed record EngineOptions
{
    /// <summary>The region in ARNs and events.</summary>
    public string Region { get; init; } = "ap-northeast-2";

    /// <summary>The account in ARNs: twelve digits.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>
    /// Wait states, retry delays, and the time-outs and heartbeats of <c>.waitForTaskToken</c> tasks are divided by it; 1 by
    /// default. See <see cref="InterpreterSettings.WaitScale"/>.
    /// </summary>
    public double WaitScale { get; init; } = 1.0;

    /// <summary>How many Lambda functions run at once; further calls queue.</summary>
    public int MaxConcurrentFunctions { get; init; } = LambdaTask.DefaultConcurrency;

    /// <summary>How ARNs are made.</summary>
    public StateMachineArns Arns => new(Region, AccountId);
}
