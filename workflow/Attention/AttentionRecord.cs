using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Attention;

/// <summary>One matter that waits for a person. There is one record per kind and subject; it is gone when the matter is settled.</summary>
public sealed record AttentionRecord
{
    /// <summary>One of <see cref="AttentionKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: an order's number, a day, or a part of the system; see <see cref="AttentionKind"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The order; null where it is about none.</summary>
    public string? OrderId { get; init; }

    /// <summary>What is known, in one line; no personal data.</summary>
    public required string Detail { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the code last saw that it still is so.</summary>
    public required DateTimeOffset LastLookAt { get; init; }

    /// <summary>Reads a record's item.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing.</exception>
    public static AttentionRecord Read(Dictionary<string, AttributeValue> item) => new()
    {
        Kind = item.Text(AttentionAttributes.Kind),
        Subject = item.Text(AttentionAttributes.Subject),
        OrderId = item.OptionalText(AttentionAttributes.OrderId),
        Detail = item.Text(AttentionAttributes.Detail),
        Since = item.Instant(AttentionAttributes.Since),
        LastLookAt = item.Instant(AttentionAttributes.LastLookAt),
    };
}
