using System.Text;
using System.Text.Json;
using KakaoWorkflow.Proof.Fuzzing.Worlds;
using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Who may change what by a skill call, told from the call's JSON alone.</summary>
internal static class SkillCallers
{
    private const int MinPhoneDigits = 10;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = SkillRequest.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Whether a call can be one that may change something; all others must not.</summary>
    public static bool MayWrite(FuzzWorld world, string function, byte[]? body)
    {
        if (body is null || body.Length > SkillRequest.MaxBodyBytes || function is "PointBalance" or "OrderStatus")
            return false;
        try
        {
            using var document = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body), Strict);
            return MayWrite(world, function, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool MayWrite(FuzzWorld world, string function, JsonElement body)
    {
        if (Text(body, "userRequest", "user", "id") is not { Length: > 0 and <= SkillRequest.MaxUserIdLength } userKey || string.IsNullOrWhiteSpace(userKey))
            return false;
        var own = world.Orders.Values.FirstOrDefault(order => order.UserKey == userKey);
        switch (function)
        {
            case "SignUp":
                return body.GetRawText().Count(char.IsDigit) >= MinPhoneDigits;
            case "OrderSheet" or "OrderSheetWithPoints":
                return own is not null && Words(body, "menu").Any(word => world.Menu.Contains(word.Trim()));
            default:
                // Whoever presses no button of ours means the latest order, or to pay, the latest sheet.
                return own is { OrderId.Length: > 0 }
                    && (Find(body, "action", "clientExtra", "orderId") is not { ValueKind: not JsonValueKind.Null }
                        || Text(body, "action", "clientExtra", "orderId") == own.OrderId);
        }
    }

    private static IEnumerable<string> Words(JsonElement body, string name)
    {
        string?[] words =
        [
            Text(body, "action", "params", name), Text(body, "action", "detailParams", name, "value"), Text(body, "action", "detailParams", name, "origin"),
        ];
        return words.OfType<string>();
    }

    /// <summary>Null also for half a surrogate pair: a call is read without a text that cannot be read.</summary>
    private static string? Text(JsonElement body, params ReadOnlySpan<string> path)
    {
        try
        {
            return Find(body, path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement body, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out body))
                return null;
        }
        return body;
    }
}
