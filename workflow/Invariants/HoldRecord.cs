using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Invariants;

/// <summary>A hold as it was read.</summary>
/// <param name="MemberId">Whose points.</param>
/// <param name="OrderId">For which order.</param>
/// <param name="State">One of <see cref="HoldState"/>.</param>
/// <param name="Points">How many.</param>
public sealed record HoldRecord(string MemberId, OrderId OrderId, string State, long Points)
{
    /// <summary>Reads a hold's item, in whose key the member stands.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing.</exception>
    public static HoldRecord Read(Dictionary<string, AttributeValue> item) => new(
        item.Text("PK")[ItemKey.MemberPartition("").Length..],
        Order.IdOf(item),
        item.Text(HoldAttributes.State),
        item.Number(HoldAttributes.Points));
}
