namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>What a state does with data, on which depends which fields it may have.</summary>
internal enum FlowKind
{
    /// <summary>Succeed: it ends its branch.</summary>
    End,

    /// <summary>Choice and Wait: what comes in goes on.</summary>
    Transit,

    /// <summary>Pass: it reshapes what comes in.</summary>
    Pass,

    /// <summary>Map: its items have fields of their own, and it has a result.</summary>
    Map,

    /// <summary>Parallel: its branches are given arguments, and it has a result.</summary>
    Parallel,

    /// <summary>Task: its call is given arguments, perhaps with a task token, and it has a result.</summary>
    Task,
}
