using System.Text.Json;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// The chatbot's number entity (<c>sys_number</c>): JSON inside a text, with an amount and a unit that may be null.
/// </summary>
internal static class NumberEntity
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    public static Reading<decimal> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("amount", out var amount))
            {
                return InputRefusal.NotUnderstood;
            }
            return amount.ValueKind switch
            {
                JsonValueKind.Null => InputRefusal.Missing,
                JsonValueKind.Number => NumberWords.FromDigits(amount.GetRawText()),
                _ => InputRefusal.NotUnderstood,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // The latter two are thrown for half of a surrogate pair: escaped within a key, and anywhere as it is.
            return InputRefusal.NotUnderstood;
        }
    }
}
