namespace KakaoWorkflow.Proof.Kills;

/// <summary>In which part of its life a host is killed.</summary>
internal enum KillMoment
{
    /// <summary>Before it has said that it is open.</summary>
    StartingUp,

    /// <summary>In the first moments after that, while executions and queues go on where they were.</summary>
    JustOpened,

    /// <summary>While customers order.</summary>
    UnderLoad,
}
