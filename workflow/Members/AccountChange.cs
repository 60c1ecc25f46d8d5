using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>The changes that a step of an order makes to its member's account, as parts of that step's transaction.</summary>
internal static class AccountChange
{
    /// <summary>Makes the order the one in flight, and the latest.</summary>
    public static TransactWriteItem Open(string tableName, string memberId, string orderId) => Change(
        tableName, memberId, "SET openOrderId = :order, lastOrderId = :order",
        "attribute_exists(PK) AND (attribute_not_exists(openOrderId) OR openOrderId = :order)",
        (":order", Attributes.Text(orderId)));

    /// <summary>Available to held; fails when not enough is available, or there is debt that the credit does not know.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="points">How many are held.</param>
    /// <param name="credit">A credit of no points, which pays debt that stands beside points.</param>
    public static TransactWriteItem Hold(string tableName, string memberId, string orderId, long points, Credit credit) => Move(
        tableName, memberId, credit, -points, points, 0, "",
        $"availablePoints >= :needed AND openOrderId = :order AND {Guard(credit)}",
        (":order", Attributes.Text(orderId)), (":needed", Attributes.Number(points + credit.DebtPaid)));

    /// <summary>Ends the order in flight: held points leave, and points come.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="memberId">Whose account.</param>
    /// <param name="orderId">The order, which must be the one in flight.</param>
    /// <param name="heldPoints">How many held points leave; 0 for none.</param>
    /// <param name="credit">The points that come: those released, or those earned.</param>
    public static TransactWriteItem Close(string tableName, string memberId, string orderId, long heldPoints, Credit credit) => Move(
        tableName, memberId, credit, 0, -heldPoints, 0, " REMOVE openOrderId",
        "heldPoints >= :leaving AND openOrderId = :order" + (credit is { Points: 0, Account: null } ? "" : $" AND {Guard(credit)}"),
        (":order", Attributes.Text(orderId)), (":leaving", Attributes.Number(heldPoints)));

    /// <summary>Gives points; fails where there is no account.</summary>
    public static TransactWriteItem Grant(string tableName, string memberId, Credit credit) => Move(
        tableName, memberId, credit, 0, 0, 0, "", $"attribute_exists(PK) AND {Guard(credit)}");

    /// <summary>What a refund does: spent points come back, and then earned ones leave.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="credit">The points that come back, with the account that was read.</param>
    /// <param name="takenPoints">How many available points leave.</param>
    /// <param name="owedPoints">How many could not leave any more, and are owed.</param>
    public static TransactWriteItem Refund(string tableName, Credit credit, long takenPoints, long owedPoints) => Move(
        tableName, credit.Account!.MemberId, credit, -takenPoints, 0, owedPoints, "", Guard(credit));

    /// <summary>
    /// Moves points. A credit without an account holds only where there is no debt, one with an account only while it is as it
    /// was read.
    /// </summary>
    private static TransactWriteItem Move(
        string tableName, string memberId, Credit credit, long availableDelta, long heldDelta, long owedPoints,
        string alsoUpdate, string condition, params ReadOnlySpan<(string Name, AttributeValue Value)> values)
    {
        var update = "SET availablePoints = availablePoints + :available, heldPoints = heldPoints + :held";
        List<(string, AttributeValue)> all =
        [
            .. values,
            (":available", Attributes.Number(credit.AvailableDelta + availableDelta)),
            (":held", Attributes.Number(heldDelta)),
        ];
        if (condition.Contains(":debt", StringComparison.Ordinal))
            all.Add((":debt", Attributes.Number(credit.Account?.DebtPoints ?? 0)));
        if (condition.Contains(":points", StringComparison.Ordinal))
            all.Add((":points", Attributes.Number(credit.Account!.AvailablePoints)));
        if (owedPoints != credit.DebtPaid)
        {
            update += ", debtPoints = :debt + :owed";
            all.Add((":owed", Attributes.Number(owedPoints - credit.DebtPaid)));
        }
        return Change(tableName, memberId, update + alsoUpdate, condition, [.. all]);
    }

    private static string Guard(Credit credit) => credit.Account switch
    {
        null => NoDebt,
        { DebtPoints: 0 } => $"{NoDebt} AND availablePoints = :points",
        _ => "debtPoints = :debt AND availablePoints = :points",
    };

    private const string NoDebt = "(attribute_not_exists(debtPoints) OR debtPoints = :debt)";

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
