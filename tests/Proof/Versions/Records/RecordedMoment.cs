using System.Globalization;
using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>All that was stored at one moment of an order's life, and what the customer had in hand.</summary>
/// <param name="Now">What the clock showed.</param>
/// <param name="UserKey">The chat user's key.</param>
/// <param name="Phone">The phone number.</param>
/// <param name="OrderId">The order's number.</param>
/// <param name="PayLink">The pay link; null before there was one.</param>
/// <param name="Return">Where KakaoPay has sent the browser; null for nowhere.</param>
/// <param name="Database">The local database, by table.</param>
/// <param name="Items">The items of the DynamoDB table.</param>
internal sealed record RecordedMoment(
    DateTimeOffset Now, string UserKey, string Phone, OrderId OrderId, string? PayLink, string? Return, JsonObject Database, JsonArray Items)
{
    private const string TimeFormat = "O";

    /// <summary>Reads a moment, and from the deployment what the moment shares with all others.</summary>
    public static RecordedMoment Read(JsonNode moment, JsonNode deployment)
    {
        var database = (JsonObject)deployment["database"]!.DeepClone();
        foreach (var (table, rows) in moment["database"]!.AsObject())
            database[table] = rows!.DeepClone();
        return new RecordedMoment(
            DateTimeOffset.ParseExact((string)moment["now"]!, TimeFormat, CultureInfo.InvariantCulture),
            (string)moment["customer"]!["userKey"]!,
            (string)moment["customer"]!["phone"]!,
            OrderId.Parse((string)moment["customer"]!["orderId"]!),
            (string?)moment["customer"]!["payLink"],
            (string?)moment["customer"]!["return"],
            database,
            new JsonArray([.. moment["items"]!.AsArray().Concat(deployment["items"]!.AsArray()).Select(item => item!.DeepClone())]));
    }

    /// <summary>Writes the moment without what it shares with all others.</summary>
    public JsonObject Write(JsonNode deployment)
    {
        var customer = new JsonObject { ["userKey"] = UserKey, ["phone"] = Phone, ["orderId"] = (string?)OrderId };
        if (PayLink is not null)
            customer["payLink"] = PayLink;
        if (Return is not null)
            customer["return"] = Return;
        return new JsonObject
        {
            ["now"] = Now.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["customer"] = customer,
            ["items"] = new JsonArray(
                [.. Items.Where(item => !deployment["items"]!.AsArray().Any(shared => JsonNode.DeepEquals(shared, item))).Select(item => item!.DeepClone())]),
            ["database"] = new JsonObject(
                Database.Where(table => !JsonNode.DeepEquals(deployment["database"]![table.Key], table.Value))
                    .Select(table => KeyValuePair.Create(table.Key, table.Value?.DeepClone()))),
        };
    }

    /// <summary>The customer, at a café that was opened on this moment.</summary>
    public Patron PatronOf(VersionCafe cafe) => new(cafe, UserKey, Phone)
    {
        OrderId = OrderId,
        PayLink = PayLink is null ? null : new Uri(PayLink),
        Return = Return is null ? null : new Uri(Return),
    };
}
