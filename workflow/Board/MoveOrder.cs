using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Board;

/// <summary>
/// A barista takes an order a step further, or the last step back. Each move decides on the order's record and is a condition on
/// it, so that two baristas, a repeated tap and a refund exclude each other; who moved it and when stands on the order.
/// May find the order at the step before (moves it), at the step already or with this very move on it, whose answer was lost
/// (nothing to do), at another step, called back, or not on the board (says so, changes nothing).
/// </summary>
public sealed class MoveOrder(OrderTable table, TimeProvider time)
{
    /// <summary>The longest name that is kept.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most moves of one order, undone ones and undos included.</summary>
    public const int MaxMoves = 99;

    /// <summary>How often it looks at the order and tries, while others change it.</summary>
    public const int MaxAttempts = 5;

    private readonly OrderRecords _orders = new(table);

    /// <summary>Moves an order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="move">One of <see cref="BoardMove"/>.</param>
    /// <param name="by">Who moves it; not empty.</param>
    /// <param name="from">
    /// The step that the barista saw, one of <see cref="Preparation"/>; an undo that is repeated with it goes back once. Null for
    /// whichever it is now.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the move or the step is not known.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="OrderConflictException">Others kept changing the order; a repeat tries again.</exception>
    public async Task<MovedOrder> RunAsync(
        OrderId orderId, string move, string by, string? from = null, CancellationToken cancellationToken = default)
    {
        Check(move, by, from);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var order = await _orders.GetAsync(orderId, cancellationToken);
            if (attempt > 0 && order.Moves is [.., var last] && last.At == now && last.By == by && IsEndOf(move, last.To, from))
                return new MovedOrder(MoveOutcome.Moved, order);
            if (Refusal(order, move, from) is { } refusal)
                return new MovedOrder(refusal, order);
            if (await TryMoveAsync(order, new PreparationMove(TargetOf(order, move)!, by, now), cancellationToken) is { } moved)
                return new MovedOrder(MoveOutcome.Moved, moved);
        }
        throw new OrderConflictException(orderId);
    }

    private static MoveOutcome? Refusal(Order order, string move, string? from)
    {
        if (order.RecalledAt is not null || order.Status == OrderStatus.Refunded)
            return MoveOutcome.Recalled;
        if (order is not { Status: OrderStatus.Paid, Preparation: { } step })
            return MoveOutcome.NotOnBoard;
        if (from is not null && step != from)
            return step == (BoardMove.Target(move) ?? Preparation.Before(from)) ? MoveOutcome.AlreadyThere : MoveOutcome.OutOfTurn;
        if (step == BoardMove.Target(move))
            return MoveOutcome.AlreadyThere;
        if (TargetOf(order, move) is null)
            return MoveOutcome.OutOfTurn;
        return order.Moves.Count >= MaxMoves ? MoveOutcome.TooOften : null;
    }

    /// <summary>The step to which the move leads from where the order is; null when it leads nowhere from there.</summary>
    private static string? TargetOf(Order order, string move)
    {
        var target = BoardMove.Target(move);
        if (target is null)
            return Preparation.Before(order.Preparation);
        return Preparation.Before(target) == order.Preparation ? target : null;
    }

    private static bool IsEndOf(string move, string step, string? from) => BoardMove.Target(move) switch
    {
        null => from is null || Preparation.Before(from) == step,
        var target => target == step,
    };

    private async Task<Order?> TryMoveAsync(Order order, PreparationMove move, CancellationToken cancellationToken)
    {
        var change = new ItemChange(ItemKey.Order(order.OrderId))
            .Set(OrderAttributes.Preparation, Attributes.Text(move.To))
            .Append(OrderAttributes.Moves, move.ToList())
            .IfStatusIn(OrderStatus.Paid)
            .If(OrderAttributes.RecalledAt, null)
            .If(OrderAttributes.Preparation, Attributes.Text(order.Preparation!))
            .IfCount(OrderAttributes.Moves, order.Moves.Count);
        if (move.To == Preparation.PickedUp)
            change.Remove(OrderAttributes.BoardDay);
        else if (order.Preparation == Preparation.PickedUp && order.PaidAt is { } paidAt)
            change.Set(OrderAttributes.BoardDay, Attributes.Text(BookDay.Of(paidAt).ToString()));
        return await table.TryUpdateAsync(change, cancellationToken) is { } item ? Order.Read(item) : null;
    }

    private static void Check(string move, string by, string? from)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (by.Length > MaxNameLength)
            throw new ArgumentException($"At most {MaxNameLength} characters are kept.", nameof(by));
        if (!BoardMove.All.Contains(move))
            throw new ArgumentException($"A move is one of {string.Join(", ", BoardMove.All)}.", nameof(move));
        if (from is not null && !Preparation.Steps.Contains(from))
            throw new ArgumentException($"A step is one of {string.Join(", ", Preparation.Steps)}.", nameof(from));
    }
}
