namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>
/// How many invocations may run at once. Each failure halves the number and each success gives one back, as Lambda
/// takes concurrency away from a mapping whose function fails.
/// </summary>
internal sealed class ConcurrencyLimit
{
    private readonly Lock _gate = new();
    private readonly int _most;
    private TaskCompletionSource _changed = NewSignal();
    private int _limit;
    private int _inUse;

    /// <param name="most">The number while all is well.</param>
    public ConcurrencyLimit(int most) => _most = _limit = most;

    /// <summary>Waits for a free place and takes it.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (!TryEnter(out var changed))
            await changed.WaitAsync(cancellationToken);
    }

    /// <summary>Gives a place back that was not used.</summary>
    public void Leave() => Leave(0);

    /// <summary>Gives a place back after an invocation.</summary>
    public void Leave(bool succeeded) => Leave(succeeded ? 1 : -1);

    /// <summary>Waits until every place was given back.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        while (!IsIdle(out var changed))
            await changed.WaitAsync(cancellationToken);
    }

    private void Leave(int outcome)
    {
        lock (_gate)
        {
            _inUse--;
            _limit = outcome switch
            {
                > 0 => Math.Min(_most, _limit + 1),
                < 0 => Math.Max(1, _limit / 2),
                _ => _limit,
            };
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    private bool TryEnter(out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            if (_inUse >= _limit)
                return false;
            _inUse++;
            return true;
        }
    }

    private bool IsIdle(out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            return _inUse == 0;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
