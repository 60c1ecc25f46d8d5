namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>Counts what is under way and tells when it is nothing.</summary>
internal sealed class IdleGate
{
    private readonly Lock _lock = new();
    private int _busy;
    private TaskCompletionSource? _idle;

    /// <summary>Something begins.</summary>
    public void Enter()
    {
        lock (_lock)
            _busy++;
    }

    /// <summary>Something ends. What it leads to has begun already.</summary>
    public void Leave()
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (--_busy == 0)
                (idle, _idle) = (_idle, null);
        }
        idle?.TrySetResult();
    }

    /// <summary>Completes when nothing is under way; at once where that is so already.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_busy == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }
}
