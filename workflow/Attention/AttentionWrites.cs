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
        Open(kind, orderId, orderId, detail, now).ToWrite(tableName);

    /// <summary>Closes a matter.</summary>
    public static TransactWriteItem Close(string tableName, string kind, string subject) => new()
    {
        Delete = new() { TableName = tableName, Key = ItemKey.Attention(kind, subject).ToAttributes() },
    };

    internal static ItemChange Open(string kind, string subject, string? orderId, string detail, DateTimeOffset now) =>
        new ItemChange(ItemKey.Attention(kind, subject))
            .Set(AttentionAttributes.Kind, Attributes.Text(kind))
            .Set(AttentionAttributes.Subject, Attributes.Text(subject))
            .Set(AttentionAttributes.OrderId, orderId is null ? null : Attributes.Text(orderId))
            .Set(AttentionAttributes.Detail, Attributes.Text(Cut(detail)))
            .SetOnce(AttentionAttributes.Since, Attributes.Instant(now))
            .Set(AttentionAttributes.LastLookAt, Attributes.Instant(now));

    private static string Cut(string detail)
    {
        if (detail.Length <= MaxDetailLength)
            return detail;
        return char.IsHighSurrogate(detail[MaxDetailLength - 1]) ? detail[..(MaxDetailLength - 1)] : detail[..MaxDetailLength];
    }
}
