namespace KakaoWorkflow.Proof.Injection;

/// <summary>One life of a host, from its start to its end. After the end none of its functions reaches anything.</summary>
internal sealed class HostLife
{
    private readonly TaskCompletionSource _buried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was killed.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Ends it: every call hangs from now on.</summary>
    public void Kill() => IsDead = true;

    /// <summary>Lets the functions go that hang. Nobody takes notice of their ends any more.</summary>
    public void Bury() => _buried.TrySetResult();

    /// <summary>Where a dead host's function stays.</summary>
    /// <exception cref="InjectedFaultException">The host is dead and buried.</exception>
    public async Task StopIfDeadAsync()
    {
        if (!IsDead)
            return;
        await _buried.Task;
        throw new InjectedFaultException("The host was killed.");
    }
}
