using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Refunds;

/// <summary>The record of one refund. All amounts are fixed when it is requested; only its state changes.</summary>
public sealed record Refund
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Its number within the order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="RefundState"/>.</summary>
    public required string State { get; init; }

    /// <summary>What goes back and what is taken back.</summary>
    public required RefundParts Parts { get; init; }

    /// <summary>What earlier refunds had given back through KakaoPay when this one was requested.</summary>
    public required long EarlierCashWon { get; init; }

    /// <summary>Whether nothing of the order is left after it.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Who asked.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What earlier refunds and this one give back through KakaoPay.</summary>
    public long CashSoFarWon => EarlierCashWon + Parts.CashWon;

    /// <summary>Reads a refund's item.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing.</exception>
    public static Refund Read(Dictionary<string, AttributeValue> item) => new()
    {
        OrderId = item.Text("orderId"),
        Number = (int)item.Number("number"),
        State = item.Text("state"),
        Parts = new RefundParts(item.Number("cashWon"), item.Number("points"), item.Number("earnedPoints")),
        EarlierCashWon = item.Number("earlierCashWon"),
        IsLast = item.Number("isLast") == 1,
        By = item.Text("by"),
        Why = item.Text("why"),
        RequestedAt = item.Instant("requestedAt"),
    };

    /// <summary>The new record as a part of a transaction; fails where the number is taken.</summary>
    internal TransactWriteItem ToWrite(string tableName)
    {
        var item = ItemKey.Refund(OrderId, Number).ToAttributes();
        item["orderId"] = Attributes.Text(OrderId);
        item["number"] = Attributes.Number(Number);
        item["state"] = Attributes.Text(State);
        item["cashWon"] = Attributes.Number(Parts.CashWon);
        item["points"] = Attributes.Number(Parts.Points);
        item["earnedPoints"] = Attributes.Number(Parts.EarnedPoints);
        item["earlierCashWon"] = Attributes.Number(EarlierCashWon);
        item["isLast"] = Attributes.Number(IsLast ? 1 : 0);
        item["by"] = Attributes.Text(By);
        item["why"] = Attributes.Text(Why);
        item["requestedAt"] = Attributes.Instant(RequestedAt);
        return new() { Put = new() { TableName = tableName, Item = item, ConditionExpression = "attribute_not_exists(PK)" } };
    }

    /// <summary>The end of the refund, with its place among the refunds of the day; fails unless the money is back.</summary>
    internal Update Settle(string tableName, DateTimeOffset now)
    {
        var change = Move(tableName, OrderId, Number, RefundState.MoneyBack, RefundState.Settled, now);
        change.UpdateExpression += ", endedDay = :day, statusSince = :now";
        change.ExpressionAttributeValues[":day"] = Attributes.Text(BookDay.Of(now).RefundShard(OrderId));
        return change;
    }

    /// <summary>The change from one state to the next; fails in any other state.</summary>
    internal static Update Move(string tableName, string orderId, int number, string from, string to, DateTimeOffset now) => new()
    {
        TableName = tableName,
        Key = ItemKey.Refund(orderId, number).ToAttributes(),
        UpdateExpression = "SET #state = :to, stateSince = :now",
        ConditionExpression = "#state = :from",
        ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#state"] = "state" },
        ExpressionAttributeValues = new(StringComparer.Ordinal)
        {
            [":from"] = Attributes.Text(from),
            [":to"] = Attributes.Text(to),
            [":now"] = Attributes.Instant(now),
        },
    };
}
