using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tables;

/// <summary>The primary key of an item. Each kind of item has its factory here, so this file is the table's map.</summary>
/// <param name="Partition">The attribute <c>PK</c>.</param>
/// <param name="Sort">The attribute <c>SK</c>.</param>
public readonly record struct ItemKey(string Partition, string Sort)
{
    /// <summary>The partition of the menu: each item is <c>ITEM#id</c>.</summary>
    public const string MenuPartition = "MENU";

    /// <summary>What the sort keys of ledger lines start with.</summary>
    public const string LedgerPrefix = "LEDGER#";

    /// <summary>What the sort keys of holds start with.</summary>
    public const string HoldPrefix = "HOLD#";

    /// <summary>What the sort keys of refunds start with.</summary>
    public const string RefundPrefix = "REFUND#";

    /// <summary>An order.</summary>
    public static ItemKey Order(string orderId) => new("ORDER#" + orderId, "ORDER");

    /// <summary>The order sheet that an order was or may be made from; it may vanish after its time.</summary>
    public static ItemKey Sheet(string orderId) => new("ORDER#" + orderId, "SHEET");

    /// <summary>One refund of a paid order, by its number within the order, from 1.</summary>
    public static ItemKey Refund(string orderId, int number) =>
        new("ORDER#" + orderId, RefundPrefix + number.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>Where the reconciler goes on when it could not look at everything at once.</summary>
    public static ItemKey ReconcileCursor => new("RECONCILER", "CURSOR");

    /// <summary>The partition of everything that waits for a person.</summary>
    public const string AttentionPartition = "ATTENTION";

    /// <summary>A matter that waits for a person, by its kind and what it is about.</summary>
    public static ItemKey Attention(string kind, string subject) => new(AttentionPartition, $"{kind}#{subject}");

    /// <summary>A member's account.</summary>
    public static ItemKey Account(string memberId) => new(MemberPartition(memberId), "ACCOUNT");

    /// <summary>The points that an order holds.</summary>
    public static ItemKey Hold(string memberId, string orderId) => new(MemberPartition(memberId), HoldPrefix + orderId);

    /// <summary>One line of a member's ledger, sorted by time.</summary>
    public static ItemKey Ledger(string memberId, DateTimeOffset at, string orderId, string kind) =>
        new(MemberPartition(memberId), $"{LedgerPrefix}{Timestamp.Format(at)}#{orderId}#{kind}");

    /// <summary>That a member was given points under a number, which is given once.</summary>
    public static ItemKey Grant(string memberId, string grantId) => new(MemberPartition(memberId), "GRANT#" + grantId);

    /// <summary>Which member a chat user is.</summary>
    public static ItemKey Customer(string customerId) => new("CUSTOMER#" + customerId, "CUSTOMER");

    /// <summary>Which order sheet a chat user saw last; it may vanish with the sheet.</summary>
    public static ItemKey LatestSheet(string customerId) => new("CUSTOMER#" + customerId, "SHEET");

    /// <summary>One item of the menu.</summary>
    public static ItemKey MenuItem(string itemId) => new(MenuPartition, "ITEM#" + itemId);

    /// <summary>The partition of everything that belongs to a member.</summary>
    public static string MemberPartition(string memberId) => "MEMBER#" + memberId;

    /// <summary>The key as DynamoDB takes it; a new dictionary each time.</summary>
    public Dictionary<string, AttributeValue> ToAttributes() =>
        new(StringComparer.Ordinal) { ["PK"] = new(Partition), ["SK"] = new(Sort) };
}
