namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>What has been started, stopped in the reverse order.</summary>
internal sealed class Lifetimes : IAsyncDisposable
{
    private readonly Stack<Func<ValueTask>> _stops = new();

    public T Add<T>(T started)
        where T : notnull
    {
        _stops.Push(started switch
        {
            IAsyncDisposable asynchronous => asynchronous.DisposeAsync,
            IDisposable disposable => () => Dispose(disposable),
            _ => throw new ArgumentException($"{typeof(T)} cannot be stopped.", nameof(started)),
        });
        return started;
    }

    /// <summary>Stops everything, also when one part fails to stop.</summary>
    /// <exception cref="AggregateException">Parts failed to stop.</exception>
    public async ValueTask DisposeAsync()
    {
        var failures = new List<Exception>();
        while (_stops.TryPop(out var stop))
        {
            try
            {
                await stop();
            }
#pragma warning disable CA1031 // the other parts must stop all the same
            catch (Exception error)
#pragma warning restore CA1031
            {
                failures.Add(error);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private static ValueTask Dispose(IDisposable disposable)
    {
        disposable.Dispose();
        return ValueTask.CompletedTask;
    }
}
