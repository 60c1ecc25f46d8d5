using System.Text.Json;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Lambdas.Queues;

/// <summary>Consumer of <c>payment-callbacks</c>; its rules are in <see cref="SettleCallback"/> and <see cref="CarryOnRefund"/>.</summary>
internal static class SettleCallbackFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var settle = new SettleCallback(services.Table, services.Callbacks, services.Gateway, services.StepFunctions);
        var refund = new CarryOnRefund(services.Table, services.Gateway, services.Time);
        return QueueFunction.Of(services, async (body, context, token) =>
        {
            var message = JsonSerializer.Deserialize(body, CallbackJson.Default.CallbackMessage)
                ?? throw new JsonException("The message is null.");
            if (!CallbackKind.IsKnown(message.Kind))
                throw new JsonException("The message's kind is not known.");
            if (message.Looks < 0)
                throw new JsonException("The message's looks are no number of looks.");
            if (message.Kind == CallbackKind.Refund)
            {
                if (await refund.RunAsync(message.OrderId, token) is { } settled)
                    Log.RefundSettled(context.Logger, settled);
                return;
            }
            var settlement = await settle.RunAsync(message, token);
            Log.CallbackSettled(context.Logger, message.OrderId, message.Kind, settlement.ToString());
        });
    }
}
