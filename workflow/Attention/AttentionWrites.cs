using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Attention;

/// <summary>
/// Opening and closing a matter, as parts of the transaction of its cause. Both can be repeated: opening keeps <c>since</c> and
/// renews the rest, closing what is not open changes nothing.
/// </summary>
public static class AttentionWrites
{
    /// <summary>The longest detail that is kept, in characters; the rest is cut off.</summary>
    public const int MaxDetailLength = 500;

    /// <summary>Opens a matter about an order.</summary>
    public static TransactWriteItem OpenOrder(string tableName, string kind, string orderId, string detail, DateTimeOffset now) =>
        new() { Update = Open(tableName, kind, orderId, orderId, detail, now) };

    /// <summary>Closes a matter.</summary>
    public static TransactWriteItem Close(string tableName, string kind, string subject) => new()
    {
        Delete = new() { TableName = tableName, Key = ItemKey.Attention(kind, subject).ToAttributes() },
    };

    internal static Update Open(string tableName, string kind, string subject, string? orderId, string detail, DateTimeOffset now)
    {
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":kind"] = Attributes.Text(kind),
            [":subject"] = Attributes.Text(subject),
            [":detail"] = Attributes.Text(Cut(detail)),
            [":now"] = Attributes.Instant(now),
        };
        if (orderId is not null)
            values[":order"] = Attributes.Text(orderId);
        return new()
        {
            TableName = tableName,
            Key = ItemKey.Attention(kind, subject).ToAttributes(),
            UpdateExpression = "SET attentionKind = :kind, subject = :subject, detail = :detail, since = if_not_exists(since, :now), lastLookAt = :now"
                + (orderId is null ? "" : ", attentionOrderId = :order"),
            ExpressionAttributeValues = values,
        };
    }

    private static string Cut(string detail)
    {
        if (detail.Length <= MaxDetailLength)
            return detail;
        return char.IsHighSurrogate(detail[MaxDetailLength - 1]) ? detail[..(MaxDetailLength - 1)] : detail[..MaxDetailLength];
    }
}
