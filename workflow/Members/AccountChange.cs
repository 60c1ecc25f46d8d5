using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>The changes that a step of an order makes to its member's account, as parts of that step's transaction.</summary>
internal static class AccountChange
{
    /// <summary>Makes the order the one in flight, and the latest.</summary>
    public static TransactWriteItem Open(string tableName, string memberId, string orderId) => new ItemChange(ItemKey.Account(memberId))
        .Set(AccountAttributes.OpenOrderId, Attributes.Text(orderId))
        .Set(AccountAttributes.LastOrderId, Attributes.Text(orderId))
        .IfExists()
        .IfMissingOr(AccountAttributes.OpenOrderId, Attributes.Text(orderId))
        .ToWrite(tableName);

    /// <summary>Available to held; fails when not enough is available, or there is debt that the credit does not know.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="points">How many are held.</param>
    /// <param name="credit">A credit of no points, which pays debt that stands beside points.</param>
    public static TransactWriteItem Hold(string tableName, string memberId, string orderId, long points, Credit credit) =>
        Move(memberId, credit, -points, points, 0)
            .IfAtLeast(AccountAttributes.AvailablePoints, Attributes.Number(points + credit.DebtPaid))
            .If(AccountAttributes.OpenOrderId, Attributes.Text(orderId))
            .IfAsRead(credit)
            .ToWrite(tableName);

    /// <summary>Ends the order in flight: held points leave, and points come.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="heldPoints">How many held points leave; 0 for none.</param>
    /// <param name="credit">The points that come: those released, or those earned.</param>
    public static TransactWriteItem Close(string tableName, string memberId, string orderId, long heldPoints, Credit credit)
    {
        var change = Move(memberId, credit, 0, -heldPoints, 0)
            .Remove(AccountAttributes.OpenOrderId)
            .IfAtLeast(AccountAttributes.HeldPoints, Attributes.Number(heldPoints))
            .If(AccountAttributes.OpenOrderId, Attributes.Text(orderId));
        return (credit is { Points: 0, Account: null } ? change : change.IfAsRead(credit)).ToWrite(tableName);
    }

    /// <summary>Gives points; fails where there is no account.</summary>
    public static TransactWriteItem Grant(string tableName, string memberId, Credit credit) =>
        Move(memberId, credit, 0, 0, 0).IfExists().IfAsRead(credit).ToWrite(tableName);

    /// <summary>What a refund does: spent points come back, and then earned ones leave.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="credit">The points that come back, with the account that was read.</param>
    /// <param name="takenPoints">How many available points leave.</param>
    /// <param name="owedPoints">How many could not leave any more, and are owed.</param>
    public static TransactWriteItem Refund(string tableName, Credit credit, long takenPoints, long owedPoints) =>
        Move(credit.Account!.MemberId, credit, -takenPoints, 0, owedPoints).IfAsRead(credit).ToWrite(tableName);

    private static ItemChange Move(string memberId, Credit credit, long availableDelta, long heldDelta, long owedPoints)
    {
        var change = new ItemChange(ItemKey.Account(memberId))
            .Add(AccountAttributes.AvailablePoints, credit.AvailableDelta + availableDelta)
            .Add(AccountAttributes.HeldPoints, heldDelta);
        return owedPoints == credit.DebtPaid
            ? change
            : change.Set(AccountAttributes.DebtPoints, Attributes.Number((credit.Account?.DebtPoints ?? 0) + owedPoints - credit.DebtPaid));
    }

    /// <summary>A credit without an account holds only where there is no debt, one with an account only while it is as it was read.</summary>
    private static ItemChange IfAsRead(this ItemChange change, Credit credit)
    {
        var debt = Attributes.Number(credit.Account?.DebtPoints ?? 0);
        change = credit.Account is { DebtPoints: not 0 }
            ? change.If(AccountAttributes.DebtPoints, debt)
            : change.IfMissingOr(AccountAttributes.DebtPoints, debt);
        return credit.Account is { } account ? change.If(AccountAttributes.AvailablePoints, Attributes.Number(account.AvailablePoints)) : change;
    }
}
