using KakaoWorkflow.Callbacks;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>A queue that keeps what is sent.</summary>
public sealed class SentCallbacks : ICallbackQueue
{
    public List<CallbackMessage> Messages { get; } = [];

    public Task SendAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        Messages.Add(message);
        return Task.CompletedTask;
    }

    public Task SendLaterAsync(CallbackMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        SendAsync(message, cancellationToken);
}
