using System.Text.Json;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>Reads a function's partial batch response the way Lambda does.</summary>
internal static class BatchResponse
{
    /// <summary>The ids of the messages that failed.</summary>
    /// <param name="payload">What the function returned.</param>
    /// <param name="messageIds">The batch.</param>
    /// <param name="failed">The failed ids; empty when there was none, and when the answer is empty or null.</param>
    /// <returns>False when the answer cannot be understood, which fails the whole batch.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, IReadOnlySet<string> messageIds, out HashSet<string> failed)
    {
        failed = new HashSet<string>(StringComparer.Ordinal);
        if (payload.IsEmpty)
            return true;
        try
        {
            using var document = JsonDocument.Parse(payload);
            return TryRead(document.RootElement, messageIds, failed);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(JsonElement response, IReadOnlySet<string> messageIds, HashSet<string> failed)
    {
        if (response.ValueKind == JsonValueKind.Null)
            return true;
        if (response.ValueKind != JsonValueKind.Object)
            return false;
        if (!response.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
            return true;
        if (failures.ValueKind != JsonValueKind.Array)
            return false;

        foreach (var failure in failures.EnumerateArray())
        {
            if (failure.ValueKind != JsonValueKind.Object
                || !failure.TryGetProperty("itemIdentifier", out var identifier)
                || identifier.ValueKind != JsonValueKind.String
                || !messageIds.Contains(identifier.GetString()!))
            {
                return false;
            }
            failed.Add(identifier.GetString()!);
        }
        return true;
    }
}
