using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A long poll that waits for a first message.</summary>
/// <param name="request">What it asks for.</param>
/// <param name="deadlineMs">When it gives up (Unix milliseconds).</param>
internal sealed class WaitingReceive(ReceiveRequest request, long deadlineMs)
{
    private readonly TaskCompletionSource<Delivery> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReceiveRequest Request { get; } = request;

    public long DeadlineMs { get; } = deadlineMs;

    public Task<Delivery> Served => _served.Task;

    public void Serve(Delivery delivery) => _served.TrySetResult(delivery);

    public void Fail(Exception error) => _served.TrySetException(error);

    public void Cancel(CancellationToken cancellationToken) => _served.TrySetCanceled(cancellationToken);
}
