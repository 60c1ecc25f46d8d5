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

    /// <summary>What earlier refunds had given back in money, by KakaoPay or by hand, when this one was requested.</summary>
    public required long EarlierCashWon { get; init; }

    /// <summary>Whether nothing of the order is left after it.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Who asked.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>How often KakaoPay has refused the cancel for good.</summary>
    public int Refusals { get; init; }

    /// <summary>Since when it waits for a person, while it is still tried; null while it does not.</summary>
    public DateTimeOffset? StuckSince { get; init; }

    /// <summary>When it was last tried in vain; null before.</summary>
    public DateTimeOffset? LastTryAt { get; init; }

    /// <summary>When the latest cancel was sent to KakaoPay, written down before it; null before the first.</summary>
    public DateTimeOffset? CancelSentAt { get; init; }

    /// <summary>Who gave the money back by other means than KakaoPay; null where KakaoPay did, or nobody has yet.</summary>
    public string? SettledBy { get; init; }

    /// <summary>Why that was needed; null as <see cref="SettledBy"/>.</summary>
    public string? SettledWhy { get; init; }

    /// <summary>What earlier refunds and this one give back in money, by KakaoPay or by hand.</summary>
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
        Refusals = (int)(item.OptionalNumber("refusals") ?? 0),
        StuckSince = item.OptionalInstant("stuckSince"),
        LastTryAt = item.OptionalInstant("lastTryAt"),
        CancelSentAt = item.OptionalInstant("cancelSentAt"),
        SettledBy = item.OptionalText("settledBy"),
        SettledWhy = item.OptionalText("settledWhy"),
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
        var change = Move(tableName, RefundState.MoneyBack, RefundState.Settled, now);
        change.UpdateExpression += ", endedDay = :day, statusSince = :now";
        change.ExpressionAttributeValues[":day"] = Attributes.Text(BookDay.Of(now).RefundShard(OrderId));
        return change;
    }

    /// <summary>Writes down that it was tried in vain; fails when the money is back by now.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="refusals">How often the cancel was refused for good by now.</param>
    /// <param name="isStuck">Whether it waits for a person from now on.</param>
    /// <param name="now">The time.</param>
    internal TransactWriteItem Tried(string tableName, int refusals, bool isStuck, DateTimeOffset now)
    {
        var change = Change(
            tableName, RefundState.Requested, "refusals = :refusals, lastTryAt = :now" + (isStuck ? ", stuckSince = if_not_exists(stuckSince, :now)" : ""), now);
        change.ExpressionAttributeValues[":refusals"] = Attributes.Number(refusals);
        return new() { Update = change };
    }

    /// <summary>Writes down that a cancel is about to be sent; fails when the money is back by now.</summary>
    internal Update Cancelling(string tableName, DateTimeOffset now) => Change(tableName, RefundState.Requested, "cancelSentAt = :now", now);

    /// <summary>The change to MONEY_BACK; fails when it is back already.</summary>
    internal Update MoneyIsBack(string tableName, DateTimeOffset now) => Move(tableName, RefundState.Requested, RefundState.MoneyBack, now);

    /// <summary>The change to MONEY_BACK by a person who gave the money back; fails when it is back already, or a cancel was sent since it was read.</summary>
    internal Update GivenBackByHand(string tableName, string by, string why, DateTimeOffset now)
    {
        var update = MoneyIsBack(tableName, now);
        update.UpdateExpression += ", settledBy = :by, settledWhy = :why";
        update.ConditionExpression += CancelSentAt is null ? " AND attribute_not_exists(cancelSentAt)" : " AND cancelSentAt = :sent";
        if (CancelSentAt is { } sent)
            update.ExpressionAttributeValues[":sent"] = Attributes.Instant(sent);
        (update.ExpressionAttributeValues[":by"], update.ExpressionAttributeValues[":why"]) = (Attributes.Text(by), Attributes.Text(why));
        return update;
    }

    private Update Move(string tableName, string from, string to, DateTimeOffset now)
    {
        var change = Change(tableName, from, "#state = :to, stateSince = :now", now);
        change.ExpressionAttributeValues[":to"] = Attributes.Text(to);
        return change;
    }

    private Update Change(string tableName, string from, string set, DateTimeOffset now) => new()
    {
        TableName = tableName,
        Key = ItemKey.Refund(OrderId, Number).ToAttributes(),
        UpdateExpression = "SET " + set,
        ConditionExpression = "#state = :from",
        ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#state"] = "state" },
        ExpressionAttributeValues = new(StringComparer.Ordinal)
        {
            [":from"] = Attributes.Text(from),
            [":now"] = Attributes.Instant(now),
        },
    };
}
