using System.Text.Json;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>What an answer of KakaoPay says, read independently of the client.</summary>
/// <param name="Status">The payment's status; null where there is none.</param>
/// <param name="Tid">The transaction.</param>
/// <param name="OrderId">The shop's order; null where there is none.</param>
/// <param name="TotalWon">The amount; null where there is none.</param>
internal sealed record ReplyFacts(string? Status, string? Tid, string? OrderId, decimal? TotalWon)
{
    /// <summary>Reads an answer.</summary>
    /// <returns>Null when it is no JSON object with a success status.</returns>
    public static ReplyFacts? Read(KakaoPayReply? reply)
    {
        if (reply is not { Status: >= 200 and < 300 })
            return null;
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            decimal? total = root.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Object
                && amount.TryGetProperty("total", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var won)
                ? won
                : null;
            return new ReplyFacts(Text(root, "status"), Text(root, "tid"), Text(root, "partner_order_id"), total);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
