using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Refunds;

/// <summary>The record of one refund. All amounts are fixed when it is requested; only its state changes.</summary>
public sealed record Refund
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

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
        OrderId = Order.IdOf(item),
        Number = (int)item.Number(RefundAttributes.Number),
        State = item.Text(RefundAttributes.State),
        Parts = new RefundParts(item.Number(RefundAttributes.CashWon), item.Number(RefundAttributes.Points), item.Number(RefundAttributes.EarnedPoints)),
        EarlierCashWon = item.Number(RefundAttributes.EarlierCashWon),
        IsLast = item.Number(RefundAttributes.IsLast) == 1,
        By = item.Text(RefundAttributes.By),
        Why = item.Text(RefundAttributes.Why),
        RequestedAt = item.Instant(RefundAttributes.RequestedAt),
        Refusals = (int)(item.OptionalNumber(RefundAttributes.Refusals) ?? 0),
        StuckSince = item.OptionalInstant(RefundAttributes.StuckSince),
        LastTryAt = item.OptionalInstant(RefundAttributes.LastTryAt),
        CancelSentAt = item.OptionalInstant(RefundAttributes.CancelSentAt),
        SettledBy = item.OptionalText(RefundAttributes.SettledBy),
        SettledWhy = item.OptionalText(RefundAttributes.SettledWhy),
    };

    /// <summary>The new record as a part of a transaction; fails where the number is taken.</summary>
    internal TransactWriteItem ToWrite(string tableName)
    {
        var item = ItemKey.Refund(OrderId, Number).ToAttributes();
        item[OrderAttributes.OrderId] = Attributes.Text(OrderId);
        item[RefundAttributes.Number] = Attributes.Number(Number);
        item[RefundAttributes.State] = Attributes.Text(State);
        item[RefundAttributes.CashWon] = Attributes.Number(Parts.CashWon);
        item[RefundAttributes.Points] = Attributes.Number(Parts.Points);
        item[RefundAttributes.EarnedPoints] = Attributes.Number(Parts.EarnedPoints);
        item[RefundAttributes.EarlierCashWon] = Attributes.Number(EarlierCashWon);
        item[RefundAttributes.IsLast] = Attributes.Number(IsLast ? 1 : 0);
        item[RefundAttributes.By] = Attributes.Text(By);
        item[RefundAttributes.Why] = Attributes.Text(Why);
        item[RefundAttributes.RequestedAt] = Attributes.Instant(RequestedAt);
        return ItemChange.Create(tableName, item);
    }

    /// <summary>The end of the refund, with its place among the refunds of the day; fails unless the money is back.</summary>
    internal ItemChange Settle(DateTimeOffset now) => Move(RefundState.MoneyBack, RefundState.Settled, now)
        .Set(OrderAttributes.EndedDay, Attributes.Text(BookDay.Of(now).RefundShard(OrderId)))
        .Set(OrderAttributes.StatusSince, Attributes.Instant(now));

    /// <summary>Writes down that it was tried in vain; fails when the money is back by now.</summary>
    /// <param name="refusals">How often the cancel was refused for good by now.</param>
    /// <param name="isStuck">Whether it waits for a person from now on.</param>
    /// <param name="now">The time.</param>
    internal ItemChange Tried(int refusals, bool isStuck, DateTimeOffset now)
    {
        var change = Change(RefundState.Requested)
            .Set(RefundAttributes.Refusals, Attributes.Number(refusals))
            .Set(RefundAttributes.LastTryAt, Attributes.Instant(now));
        return isStuck ? change.SetOnce(RefundAttributes.StuckSince, Attributes.Instant(now)) : change;
    }

    /// <summary>Writes down that a cancel is about to be sent; fails when the money is back by now.</summary>
    internal ItemChange Cancelling(DateTimeOffset now) =>
        Change(RefundState.Requested).Set(RefundAttributes.CancelSentAt, Attributes.Instant(now));

    /// <summary>The change to MONEY_BACK; fails when it is back already.</summary>
    internal ItemChange MoneyIsBack(DateTimeOffset now) => Move(RefundState.Requested, RefundState.MoneyBack, now);

    /// <summary>The change to MONEY_BACK by a person who gave the money back; fails when it is back already, or a cancel was sent since it was read.</summary>
    internal ItemChange GivenBackByHand(string by, string why, DateTimeOffset now) => MoneyIsBack(now)
        .Set(RefundAttributes.SettledBy, Attributes.Text(by))
        .Set(RefundAttributes.SettledWhy, Attributes.Text(why))
        .If(RefundAttributes.CancelSentAt, CancelSentAt is { } sent ? Attributes.Instant(sent) : null);

    private ItemChange Move(string from, string to, DateTimeOffset now) => Change(from)
        .Set(RefundAttributes.State, Attributes.Text(to))
        .Set(RefundAttributes.StateSince, Attributes.Instant(now));

    private ItemChange Change(string from) =>
        new ItemChange(ItemKey.Refund(OrderId, Number)).If(RefundAttributes.State, Attributes.Text(from));
}
