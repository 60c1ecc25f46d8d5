using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// Hands a callback to the execution that waits for it. An approval is passed on; a cancel or fail redirect is believed only
/// after KakaoPay says so; a withdrawal always holds.
/// May find no token yet (leaves it to AwaitApproval, which sends the message again), a token that is used up (done),
/// and an order that has ended (done).
/// </summary>
public sealed class SettleCallback(OrderRecords orders, KakaoPayClient kakaoPay, IAmazonStepFunctions stepFunctions)
{
    /// <summary>The error with which the state machine sees that the customer quit at KakaoPay.</summary>
    public const string PaymentQuit = "PaymentQuit";

    /// <summary>The error with which the state machine sees that the customer failed to authenticate at KakaoPay.</summary>
    public const string PaymentFailed = "PaymentFailed";

    /// <summary>The error with which the state machine sees that the customer withdrew the order in the chat.</summary>
    public const string OrderWithdrawn = "OrderWithdrawn";

    private readonly PaymentInquiry _inquiry = new(kakaoPay);

    /// <summary>Handles one message. Any exception means: deliver it again.</summary>
    /// <returns>What was done, for the log.</returns>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not answer.</exception>
    public async Task<CallbackSettlement> RunAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(message.OrderId, cancellationToken);
        if (order is null)
            return CallbackSettlement.NoSuchOrder;
        if (!order.IsOpen)
            return CallbackSettlement.OrderEnded;
        if (order.TaskToken is not { } token)
            return CallbackSettlement.NotWaitingYet;

        if (order.WithdrawnAt is not null)
            return await FailAsync(token, OrderWithdrawn, "The customer withdrew the order in the chat.", cancellationToken);
        if (order.PgToken is not null)
            return await SucceedAsync(token, cancellationToken);
        return await BelieveKakaoPayAsync(order, token, cancellationToken);
    }

    private async Task<CallbackSettlement> BelieveKakaoPayAsync(Order order, string token, CancellationToken cancellationToken)
    {
        if (order.Tid is not { } tid)
            return CallbackSettlement.NotWaitingYet;
        var known = await _inquiry.AskAsync(order, tid, cancellationToken);
        if (known.Status.Class != PaymentStatusClass.Failed)
            return CallbackSettlement.NotConfirmed;
        var error = known.Status == PaymentStatus.QuitPayment ? PaymentQuit : PaymentFailed;
        return await FailAsync(token, error, $"KakaoPay shows {known.Status}.", cancellationToken);
    }

    private Task<CallbackSettlement> SucceedAsync(string token, CancellationToken cancellationToken) => SettleAsync(
        stepFunctions.SendTaskSuccessAsync(
            new SendTaskSuccessRequest { TaskToken = token, Output = $$"""{"kind":"{{CallbackKind.Approved}}"}""" },
            cancellationToken));

    private Task<CallbackSettlement> FailAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        SettleAsync(stepFunctions.SendTaskFailureAsync(
            new SendTaskFailureRequest { TaskToken = token, Error = error, Cause = cause }, cancellationToken));

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
