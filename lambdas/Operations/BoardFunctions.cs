using KakaoWorkflow.Board;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The barista's two functions: the café's order board, which only reads, and a move on it.</summary>
internal static class BoardFunctions
{
    public static FunctionHandler Board(FunctionServices services)
    {
        var board = new ReadBoard(services.Table, services.Time);
        return JsonFunction.Of<EmptyCall, BoardPage>(services, (_, _, token) => board.RunAsync(token));
    }

    public static FunctionHandler MoveOrder(FunctionServices services)
    {
        var move = new MoveOrder(services.Table, services.Time);
        return JsonFunction.Of<MoveCall, MoveAnswer>(services, async (input, context, token) =>
        {
            var moved = await move.RunAsync(input.OrderId, input.Move, input.By, input.From, token);
            Log.MovedOnBoard(context.Logger, input.OrderId, input.Move, moved.Outcome);
            return new MoveAnswer(moved.Order.OrderId, moved.Outcome.ToString(), moved.Order.Status, moved.Order.Preparation);
        });
    }

    /// <param name="OrderId">The order.</param>
    /// <param name="Move">One of <see cref="BoardMove"/>.</param>
    /// <param name="By">Who moves it.</param>
    /// <param name="From">The step that the barista saw, so that a repeated undo goes back once; null for whichever it is now.</param>
    internal sealed record MoveCall(OrderId OrderId, string Move, string By, string? From = null) : ICheckedInput
    {
        public void Check()
        {
            InputField.Text(By, "by", KakaoWorkflow.Board.MoveOrder.MaxNameLength);
            if (!BoardMove.All.Contains(Move))
                throw new ArgumentException($"move must be one of {string.Join(", ", BoardMove.All)}.", nameof(Move));
            if (From is not null && !Preparation.Steps.Contains(From))
                throw new ArgumentException($"from must be one of {string.Join(", ", Preparation.Steps)}.", nameof(From));
        }
    }

    /// <param name="OrderId">The order.</param>
    /// <param name="Outcome">One of <see cref="MoveOutcome"/>.</param>
    /// <param name="Status">The order's status.</param>
    /// <param name="Preparation">How far it is now; null when the board has not heard of it.</param>
    internal sealed record MoveAnswer(OrderId OrderId, string Outcome, string Status, string? Preparation = null);
}
