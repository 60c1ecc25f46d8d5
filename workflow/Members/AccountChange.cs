using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>The changes that a step of an order makes to its member's account, as parts of that step's transaction.</summary>
internal static class AccountChange
{
    /// <summary>Makes the order the one in flight.</summary>
    public static TransactWriteItem Open(string tableName, string memberId, string orderId) => Change(
        tableName, memberId, "SET openOrderId = :order",
        "attribute_exists(PK) AND (attribute_not_exists(openOrderId) OR openOrderId = :order)",
        (":order", Attributes.Text(orderId)));

    /// <summary>Available to held; fails when not enough is available.</summary>
    public static TransactWriteItem Hold(string tableName, string memberId, string orderId, long points) => Change(
        tableName, memberId, "SET availablePoints = availablePoints - :points, heldPoints = heldPoints + :points",
        "availablePoints >= :points AND openOrderId = :order",
        (":order", Attributes.Text(orderId)), (":points", Attributes.Number(points)));

    /// <summary>Ends the order in flight: held points leave, available ones change.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="heldPoints">How many held points leave; 0 for none.</param>
    /// <param name="availableDelta">How many points become available: those released, or those earned.</param>
    public static TransactWriteItem Close(
        string tableName, string memberId, string orderId, long heldPoints, long availableDelta) => Change(
        tableName, memberId,
        "SET availablePoints = availablePoints + :available, heldPoints = heldPoints - :held REMOVE openOrderId",
        "heldPoints >= :held AND openOrderId = :order",
        (":order", Attributes.Text(orderId)), (":held", Attributes.Number(heldPoints)), (":available", Attributes.Number(availableDelta)));

    /// <summary>Ends the order in flight with a sale: held points leave, earned ones come, and debt is paid of them.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="heldPoints">How many held points leave; 0 for none.</param>
    /// <param name="earnedPoints">What the order earns.</param>
    /// <param name="debtPoints">The debt that the account must have.</param>
    public static TransactWriteItem Commit(
        string tableName, string memberId, string orderId, long heldPoints, long earnedPoints, long debtPoints)
    {
        var paidPoints = Math.Min(debtPoints, earnedPoints);
        return Change(
            tableName, memberId,
            "SET availablePoints = availablePoints + :available, heldPoints = heldPoints - :held"
            + (paidPoints > 0 ? ", debtPoints = debtPoints - :paid" : "") + " REMOVE openOrderId",
            "heldPoints >= :held AND openOrderId = :order"
            + (earnedPoints > 0 ? $" AND {HasDebt(debtPoints)}" : ""),
            [
                (":order", Attributes.Text(orderId)),
                (":held", Attributes.Number(heldPoints)),
                (":available", Attributes.Number(earnedPoints - paidPoints)),
                .. earnedPoints > 0 ? [(":debt", Attributes.Number(debtPoints))] : Array.Empty<(string, AttributeValue)>(),
                .. paidPoints > 0 ? [(":paid", Attributes.Number(paidPoints))] : Array.Empty<(string, AttributeValue)>(),
            ]);
    }

    /// <summary>What a refund does to an account that still is as it was read.</summary>
    public static TransactWriteItem Refund(string tableName, Account account, long availableDelta, long debtDelta) => Change(
        tableName, account.MemberId,
        "SET availablePoints = :points + :available, debtPoints = :debt + :owed",
        $"availablePoints = :points AND {HasDebt(account.DebtPoints)}",
        (":points", Attributes.Number(account.AvailablePoints)), (":debt", Attributes.Number(account.DebtPoints)),
        (":available", Attributes.Number(availableDelta)), (":owed", Attributes.Number(debtDelta)));

    private static string HasDebt(long debtPoints) =>
        debtPoints == 0 ? "(attribute_not_exists(debtPoints) OR debtPoints = :debt)" : "debtPoints = :debt";

    private static TransactWriteItem Change(
        string tableName, string memberId, string update, string condition,
        params ReadOnlySpan<(string Name, AttributeValue Value)> values)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            attributes[name] = value;
        return new()
        {
            Update = new()
            {
                TableName = tableName,
                Key = ItemKey.Account(memberId).ToAttributes(),
                UpdateExpression = update,
                ConditionExpression = condition,
                ExpressionAttributeValues = attributes,
            },
        };
    }
}
