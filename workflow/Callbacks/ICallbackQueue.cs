namespace KakaoWorkflow.Callbacks;

/// <summary>The <c>payment-callbacks</c> queue, as those who send see it.</summary>
public interface ICallbackQueue
{
    /// <summary>Puts a message on the queue; it is there once the task completes.</summary>
    Task SendAsync(CallbackMessage message, CancellationToken cancellationToken);

    /// <summary>Puts a message on the queue that is delivered only after a while.</summary>
    /// <param name="message">The message.</param>
    /// <param name="delay">Whole seconds, 15 minutes at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SendLaterAsync(CallbackMessage message, TimeSpan delay, CancellationToken cancellationToken);
}
