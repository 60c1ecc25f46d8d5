using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>A place in the index of open orders, as a cursor that a report carries.</summary>
/// <param name="Mark">The part of the index.</param>
/// <param name="StatusSince">The time of the last order that was looked at.</param>
/// <param name="OrderId">That order.</param>
internal sealed record IndexPosition(string Mark, string StatusSince, OrderId OrderId)
{
    private const char Separator = '|';

    /// <summary>Reads a cursor; null when it is none.</summary>
    public static IndexPosition? Read(string cursor) =>
        cursor.Split(Separator) is [var mark, var since, var id] && Timestamp.IsOne(since) && OrderId.TryParse(id, out var orderId)
            ? new IndexPosition(mark, since, orderId)
            : null;

    public Dictionary<string, AttributeValue> ToStartKey()
    {
        var key = ItemKey.Order(OrderId).ToAttributes();
        key[OrderAttributes.OpenStatus] = Attributes.Text(Mark);
        key[OrderAttributes.StatusSince] = Attributes.Text(StatusSince);
        return key;
    }

    public override string ToString() => string.Join(Separator, Mark, StatusSince, OrderId);
}
