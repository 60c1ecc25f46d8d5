using KakaoWorkflow.Board;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>A barista's move on the board; its rules are in <see cref="MoveOrder"/>.</summary>
internal static class MoveOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var move = new MoveOrder(services.Table, services.Time);
        return JsonFunction.Of<MoveCall, MoveAnswer>(async (input, context) =>
        {
            var moved = await move.RunAsync(input.OrderId, input.Move, input.By, input.From);
            Log.MovedOnBoard(context.Logger, input.OrderId, input.Move, moved.Outcome);
            return new MoveAnswer(moved.Order.OrderId, moved.Outcome.ToString(), moved.Order.Status, moved.Order.Preparation);
        });
    }
}
