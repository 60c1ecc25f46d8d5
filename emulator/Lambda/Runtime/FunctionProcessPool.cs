using System.Collections.Concurrent;

namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>The processes of one function: started when an event finds none idle, up to a limit, and kept warm.</summary>
/// <param name="start">Starts a process.</param>
/// <param name="options">Limits.</param>
internal sealed class FunctionProcessPool(Func<FunctionProcess> start, ProcessLambdaOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxProcessesPerFunction, options.MaxProcessesPerFunction);
    private readonly ConcurrentStack<FunctionProcess> _idle = new();
    private readonly ConcurrentDictionary<FunctionProcess, bool> _all = new();
    private volatile bool _closed;
    private int _waiting;

    /// <summary>Runs an event; when all processes are busy it waits for one.</summary>
    /// <exception cref="LambdaServiceException"><c>TooManyRequestsException</c>: too many wait already.</exception>
    public async Task<LambdaInvocation> RunAsync(FunctionCall call)
    {
        if (Interlocked.Increment(ref _waiting) > options.MaxWaitingPerFunction)
        {
            Interlocked.Decrement(ref _waiting);
            throw new LambdaServiceException("TooManyRequestsException", "Rate Exceeded. (No process is free.)", 429);
        }
        try
        {
            await _places.WaitAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            return await RunInPlaceAsync(call);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Ends all processes; events that still run are answered as if their process had died.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Task.WhenAll(_all.Keys.Select(process => process.DisposeAsync().AsTask()));
    }

    private async Task<LambdaInvocation> RunInPlaceAsync(FunctionCall call)
    {
        var process = await TakeAsync();
        var answer = await process.RunAsync(call, options.InitTime);
        if (process.IsAlive)
            _idle.Push(process);
        else
            await RemoveAsync(process);
        return answer;
    }

    private async Task<FunctionProcess> TakeAsync()
    {
        while (_idle.TryPop(out var warm))
        {
            if (warm.IsAlive)
                return warm;
            await RemoveAsync(warm);
        }
        if (_closed)
            throw new LambdaServiceException("ServiceException", "The host is stopping.", 500);
        var process = start();
        _all.TryAdd(process, true);
        // The pool may have closed meanwhile, and then nobody else would end this process.
        if (!_closed)
            return process;
        await RemoveAsync(process);
        throw new LambdaServiceException("ServiceException", "The host is stopping.", 500);
    }

    private async Task RemoveAsync(FunctionProcess process)
    {
        _all.TryRemove(process, out _);
        await process.DisposeAsync();
    }
}
