using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo;

/// <summary>Somebody who writes to the café's chatbot. Each call is a real skill payload.</summary>
/// <param name="cafe">The café.</param>
/// <param name="userKey">The chat user's key (botUserKey).</param>
/// <param name="phone">The phone number.</param>
internal sealed class ChatUser(Cafe cafe, string userKey, string phone)
{
    /// <summary>The member id that the café makes from the number.</summary>
    public string MemberId => cafe.MemberIds.IdOf(Members.PhoneNumber.Parse(phone));

    /// <summary>Becomes a member.</summary>
    public Task<ChatReply> SignUpAsync() => CallAsync("sign-up", new() { ["sys_phone_number"] = phone });

    /// <summary>Asks for an order sheet.</summary>
    /// <param name="menu">The menu item's name.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="points">The points to spend, in the customer's words; null for a plain order.</param>
    public Task<ChatReply> OrderSheetAsync(string menu, int quantity, string? points = null)
    {
        var order = new JsonObject
        {
            ["menu"] = menu,
            ["sys_number"] = $$"""{"amount": {{quantity}}, "unit": null}""",
            ["sys_phone_number"] = phone,
        };
        if (points is null)
            return CallAsync("order-sheet", order);
        order["points"] = points;
        return CallAsync("order-sheet-with-points", order);
    }

    /// <summary>Taps "pay" on an order sheet.</summary>
    public Task<ChatReply> PayAsync(OrderId? orderId) => CallAsync("pay", [], Extra(orderId));

    /// <summary>Asks what became of an order.</summary>
    public Task<ChatReply> StatusAsync(OrderId? orderId) => CallAsync("order-status", [], Extra(orderId));

    /// <summary>Taps "cancel".</summary>
    public Task<ChatReply> CancelAsync(OrderId? orderId) => CallAsync("cancel-order", [], Extra(orderId));

    /// <summary>Taps "cancel" on a paid order, and then that the money is to come back.</summary>
    public Task<ChatReply> RefundAsync(OrderId orderId) =>
        CallAsync("cancel-order", [], new JsonObject { ["orderId"] = (string?)orderId, ["confirm"] = "refund" });

    /// <summary>Asks for the points.</summary>
    public Task<ChatReply> PointsAsync() => CallAsync("points", new() { ["sys_phone_number"] = phone });

    private static JsonObject? Extra(OrderId? orderId) => orderId is null ? null : new JsonObject { ["orderId"] = (string?)orderId };

    private async Task<ChatReply> CallAsync(string skill, JsonObject parameters, JsonObject? clientExtra = null)
    {
        var payload = SkillBody.Of(userKey, "주문", parameters, clientExtra);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(cafe.Addresses.HttpApi, "/skill/" + skill));
        request.Headers.Add("x-api-key", cafe.Addresses.SkillKey);
        request.Content = new StringContent(JsonSerializer.Serialize(payload, DemoJson.Default.JsonObject), Encoding.UTF8, "application/json");
        using var answer = await cafe.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return ChatReply.Read(await answer.Content.ReadAsStringAsync());
    }
}
