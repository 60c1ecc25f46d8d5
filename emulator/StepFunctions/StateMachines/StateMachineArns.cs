namespace KakaoWorkflow.Emulator.StepFunctions.StateMachines;

/// <summary>Makes and reads ARNs of state machines and executions.</summary>
/// <param name="Region">For example <c>ap-northeast-2</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
internal sealed record StateMachineArns(string Region, string AccountId)
{
    private string Prefix => $"arn:aws:states:{Region}:{AccountId}:";

    /// <summary>The ARN of a machine.</summary>
    public string StateMachine(string name) => $"{Prefix}stateMachine:{name}";

    /// <summary>The ARN of an execution.</summary>
    public string Execution(string stateMachineName, string name) => $"{Prefix}execution:{stateMachineName}:{name}";

    /// <summary>Whether the text is the ARN of a machine, of any region and account; versions and aliases are not.</summary>
    public static bool IsStateMachine(string arn) => arn.Split(':') is ["arn", _, "states", _, _, "stateMachine", { Length: > 0 }];

    /// <summary>Whether the text is the ARN of an execution, of any region and account.</summary>
    public static bool IsExecution(string arn) =>
        arn.Split(':') is ["arn", _, "states", _, _, "execution", { Length: > 0 }, { Length: > 0 }];
}
