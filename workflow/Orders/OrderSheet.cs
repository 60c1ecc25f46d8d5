using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>What the customer was shown before tapping "pay": numbered, good for a while, and bound to its content by a hash.</summary>
/// <param name="OrderId">The sheet's number, which becomes the order's.</param>
/// <param name="MemberId">Whose points and ledger.</param>
/// <param name="CustomerId">Which chat user may pay it.</param>
/// <param name="PhoneLast4">The last four digits, for the counter.</param>
/// <param name="Lines">At the prices shown.</param>
/// <param name="PointsUsed">As shown; 0 for a plain order.</param>
/// <param name="AmountDueWon">As shown.</param>
/// <param name="IssuedAt">When it was shown.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
public sealed record OrderSheet(
    OrderId OrderId,
    string MemberId,
    string CustomerId,
    string PhoneLast4,
    IReadOnlyList<OrderLine> Lines,
    long PointsUsed,
    long AmountDueWon,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>SHA-256 over the items' ids, unit prices and quantities, the points and the amount due, in hexadecimal; names are not in it.</summary>
    public string Hash => HashOf(Lines, PointsUsed, AmountDueWon);

    /// <summary>The hash that a sheet with this content has.</summary>
    public static string HashOf(IEnumerable<OrderLine> lines, long pointsUsed, long amountDueWon)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.ItemId}\t{line.UnitPriceWon}\t{line.Quantity}\n");
        text.Append(CultureInfo.InvariantCulture, $"{pointsUsed}\t{amountDueWon}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Reads a sheet's item.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing, or the content has another hash than the one stored with it.</exception>
    public static OrderSheet Read(Dictionary<string, AttributeValue> item)
    {
        var sheet = new OrderSheet(
            Order.IdOf(item),
            item.Text("sheetMemberId"),
            item.Text(OrderAttributes.CustomerId),
            item.Text(OrderAttributes.PhoneLast4),
            OrderLineAttributes.Read(item),
            item.Number(OrderAttributes.PointsUsed),
            item.Number(OrderAttributes.AmountDueWon),
            item.Instant("issuedAt"),
            item.Instant("expiresAt"));
        return sheet.Hash == item.Text(OrderAttributes.SheetHash) ? sheet : throw new MalformedItemException(OrderAttributes.SheetHash);
    }

    /// <summary>The sheet as an item. Its own hash is stored beside it, so that a tampered or damaged sheet shows.</summary>
    public Dictionary<string, AttributeValue> ToItem()
    {
        var item = ItemKey.Sheet(OrderId).ToAttributes();
        item[OrderAttributes.OrderId] = Attributes.Text(OrderId);
        item["sheetMemberId"] = Attributes.Text(MemberId);
        item[OrderAttributes.CustomerId] = Attributes.Text(CustomerId);
        item[OrderAttributes.PhoneLast4] = Attributes.Text(PhoneLast4);
        item[OrderAttributes.Lines] = OrderLineAttributes.ToAttribute(Lines);
        item[OrderAttributes.PointsUsed] = Attributes.Number(PointsUsed);
        item[OrderAttributes.AmountDueWon] = Attributes.Number(AmountDueWon);
        item[OrderAttributes.SheetHash] = Attributes.Text(Hash);
        item["issuedAt"] = Attributes.Instant(IssuedAt);
        item["expiresAt"] = Attributes.Instant(ExpiresAt);
        item[OrderSheets.VanishesAt] = Attributes.Number(ExpiresAt.ToUnixTimeSeconds() + OrderSheets.KeptAfterExpirySeconds);
        return item;
    }
}
