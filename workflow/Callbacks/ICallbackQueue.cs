namespace KakaoWorkflow.Callbacks;

/// <summary>The <c>payment-callbacks</c> queue, as those who send see it.</summary>
public interface ICallbackQueue
{
    /// <summary>Puts a message on the queue; it is there once the task completes.</summary>
    Task SendAsync(CallbackMessage message, CancellationToken cancellationToken);
}
