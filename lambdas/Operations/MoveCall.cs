using KakaoWorkflow.Board;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What MoveOrder is called with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Move">One of <see cref="BoardMove"/>.</param>
/// <param name="By">Who moves it.</param>
/// <param name="From">The step that the barista saw, so that a repeated undo goes back once; null for whichever it is now.</param>
internal sealed record MoveCall(string OrderId, string Move, string By, string? From = null) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Text(By, "by", MoveOrder.MaxNameLength);
        if (!BoardMove.All.Contains(Move))
            throw new ArgumentException($"move must be one of {string.Join(", ", BoardMove.All)}.", nameof(Move));
        if (From is not null && !Preparation.Steps.Contains(From))
            throw new ArgumentException($"from must be one of {string.Join(", ", Preparation.Steps)}.", nameof(From));
    }
}
