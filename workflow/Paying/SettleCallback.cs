using Amazon.StepFunctions.Model;
using Amazon.StepFunctions;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Hands a callback to the execution that waits for it. An approval is passed on; a cancel or fail redirect is believed only
/// after KakaoPay says so, and is looked at again for a while when it does not; a withdrawal always holds.
/// May find no token yet (leaves it to AwaitApproval, which sends the message again), a token that is used up (takes it off the
/// order, so that no further message is sent about it), and an order that has ended (done).
/// </summary>
public sealed class SettleCallback(
    OrderTable table, ICallbackQueue callbacks, IPaymentGateway gateway, IAmazonStepFunctions stepFunctions)
{
    /// <summary>
    /// After what pauses KakaoPay is asked again about a cancel or fail redirect that it does not show; then nobody asks any more.
    /// Each is shorter than the age at which a message on the queue raises an alarm.
    /// </summary>
    public static IReadOnlyList<TimeSpan> LookAgainAfter { get; } =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60),
    ];

    /// <summary>The error with which the state machine sees that the customer quit at KakaoPay.</summary>
    public const string PaymentQuit = "PaymentQuit";

    /// <summary>The error with which the state machine sees that the customer failed to authenticate at KakaoPay.</summary>
    public const string PaymentFailed = "PaymentFailed";

    /// <summary>The error with which the state machine sees that the customer withdrew the order in the chat.</summary>
    public const string OrderWithdrawn = "OrderWithdrawn";

    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);
    private readonly SpentCallback _spent = new(table);

    /// <summary>Handles one message. Any exception means: deliver it again.</summary>
    /// <returns>What was done, for the log.</returns>
    /// <exception cref="PaymentInDoubtException">KakaoPay did not answer in the last look either.</exception>
    public async Task<CallbackSettlement> RunAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        var order = await _orders.FindAsync(message.OrderId, cancellationToken);
        if (order is null)
            return CallbackSettlement.NoSuchOrder;
        if (!order.IsOpen)
            return CallbackSettlement.OrderEnded;
        if (order.TaskToken is not { } token)
            return CallbackSettlement.NotWaitingYet;
        var settlement = await HandOverAsync(order, token, message, cancellationToken);
        if (settlement == CallbackSettlement.TokenUsedUp)
            await _spent.ForgetTokenAsync(order.OrderId, token, cancellationToken);
        return settlement;
    }

    private async Task<CallbackSettlement> HandOverAsync(
        Order order, Credential token, CallbackMessage message, CancellationToken cancellationToken)
    {
        return DueCallback.Of(order)?.Kind switch
        {
            CallbackKind.Withdrawn => await FailAsync(token, OrderWithdrawn, "The customer withdrew the order in the chat.", cancellationToken),
            CallbackKind.Approved => await SucceedAsync(token, cancellationToken),
            _ => await BelieveKakaoPayAsync(order, token, message, cancellationToken),
        };
    }

    private async Task<CallbackSettlement> BelieveKakaoPayAsync(
        Order order, Credential token, CallbackMessage message, CancellationToken cancellationToken)
    {
        if (order.Tid is not { } tid)
            return CallbackSettlement.NotWaitingYet;
        Payment known;
        try
        {
            known = await _inquiry.AskAsync(order, tid, cancellationToken);
        }
        catch (PaymentInDoubtException) when (message.Looks < LookAgainAfter.Count)
        {
            return await LookAgainAsync(order, message, cancellationToken);
        }
        if (!known.IsDeclined)
            return await LookAgainAsync(order, message, cancellationToken);
        var error = known.State == PaymentState.Quit ? PaymentQuit : PaymentFailed;
        return await FailAsync(token, error, $"KakaoPay shows {known.StateName}.", cancellationToken);
    }

    private async Task<CallbackSettlement> LookAgainAsync(Order order, CallbackMessage message, CancellationToken cancellationToken)
    {
        if (message.Looks >= LookAgainAfter.Count)
        {
            await _spent.ForgetHintAsync(order, cancellationToken);
            return CallbackSettlement.NotConfirmed;
        }
        await callbacks.SendLaterAsync(message with { Looks = message.Looks + 1 }, LookAgainAfter[message.Looks], cancellationToken);
        return CallbackSettlement.LooksAgain;
    }

    private Task<CallbackSettlement> SucceedAsync(Credential token, CancellationToken cancellationToken) => SettleAsync(
        stepFunctions.SendTaskSuccessAsync(
            new SendTaskSuccessRequest { TaskToken = token.Reveal(), Output = $$"""{"kind":"{{CallbackKind.Approved}}"}""" },
            cancellationToken));

    private Task<CallbackSettlement> FailAsync(Credential token, string error, string cause, CancellationToken cancellationToken) =>
        SettleAsync(stepFunctions.SendTaskFailureAsync(
            new SendTaskFailureRequest { TaskToken = token.Reveal(), Error = error, Cause = cause }, cancellationToken));

    private static async Task<CallbackSettlement> SettleAsync(Task sent)
    {
        try
        {
            await sent;
            return CallbackSettlement.Settled;
        }
        catch (TaskTimedOutException)
        {
            return CallbackSettlement.TokenUsedUp;
        }
        catch (TaskDoesNotExistException)
        {
            return CallbackSettlement.TokenUsedUp;
        }
    }
}
