using System.Threading.Channels;

namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>
/// The conversation with one function's process over the Runtime API: it asks for the next event, and answers it, one at a time.
/// </summary>
internal sealed class RuntimeSession
{
    private readonly Channel<RuntimeEvent> _next = Channel.CreateBounded<RuntimeEvent>(1);
    private readonly TaskCompletionSource<byte[]?> _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private TaskCompletionSource<RuntimeOutcome>? _outcome;
    private string? _requestId;

    /// <summary>Completes when the process is ready (null), or has reported that it cannot start (the error document).</summary>
    public Task<byte[]?> Initialized => _initialized.Task;

    /// <summary>Hands an event to the process. The one before it has been answered.</summary>
    public Task<RuntimeOutcome> Send(RuntimeEvent runtimeEvent)
    {
        lock (_lock)
        {
            _requestId = runtimeEvent.Call.RequestId;
            _outcome = new TaskCompletionSource<RuntimeOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_next.Writer.TryWrite(runtimeEvent))
                throw new InvalidOperationException("The process still holds an event.");
            return _outcome.Task;
        }
    }

    /// <summary>What <c>GET …/invocation/next</c> waits for.</summary>
    public ValueTask<RuntimeEvent> NextAsync(CancellationToken cancellationToken)
    {
        _initialized.TrySetResult(null);
        return _next.Reader.ReadAsync(cancellationToken);
    }

    /// <summary>Takes the answer to an event.</summary>
    /// <returns>False when no event of that id is being processed.</returns>
    public bool Answer(string requestId, RuntimeOutcome outcome)
    {
        lock (_lock)
        {
            if (requestId != _requestId)
                return false;
            _requestId = null;
            return _outcome!.TrySetResult(outcome);
        }
    }

    /// <summary>Takes the report that the process cannot start.</summary>
    public void InitializationFailed(byte[] errorDocument) => _initialized.TrySetResult(errorDocument);
}
