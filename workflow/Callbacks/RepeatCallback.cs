using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// Tells the queue again of a callback that an order's execution has not taken for some seconds, while somebody looks at the order: the
/// reconciler, which does so as well, comes each minute only.
/// </summary>
public sealed class RepeatCallback(ICallbackQueue callbacks, TimeProvider time)
{
    /// <summary>How long the first message may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For how long a cancel or fail redirect is told again: it proves nothing, and each message costs an inquiry.</summary>
    public static readonly TimeSpan HintsFor = TimeSpan.FromMinutes(1);

    /// <summary>Looks at an open order.</summary>
    public async Task LookAsync(Order order, CancellationToken cancellationToken)
    {
        // Without a token nobody waits for the message: AwaitApproval sends it when it stores one, or the execution has gone on.
        if (order.TaskToken is null || DueCallback.Of(order) is not { } due)
            return;
        var age = time.GetUtcNow() - due.Since;
        if (age > Patience && (!due.IsHint || age < HintsFor))
            await callbacks.SendAsync(new CallbackMessage(order.OrderId, due.Kind), cancellationToken);
    }
}
