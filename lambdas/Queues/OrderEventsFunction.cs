using System.Text.Json;
using KakaoWorkflow.Board;
using KakaoWorkflow.Lambdas.Kit;

namespace KakaoWorkflow.Lambdas.Queues;

/// <summary>Consumer of <c>order-events</c>: puts paid orders on the café's board.</summary>
internal static class OrderEventsFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var board = new OrderBoard(services.Table);
        return QueueFunction.Of(services, async (body, context, token) =>
        {
            var message = JsonSerializer.Deserialize(body, QueueJson.Default.OrderEventMessage)
                ?? throw new JsonException("The message is null.");
            if (message.Type != OrderEventMessage.OrderPaid)
                throw new JsonException("The message's type is not known.");
            Log.OnBoard(context.Logger, message.OrderId, await board.AddAsync(message.OrderId, token));
        });
    }
}
