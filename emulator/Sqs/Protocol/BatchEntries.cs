using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>The entries of a batch request: what SQS demands of all of them, and the answer in two lists.</summary>
internal static partial class BatchEntries
{
    /// <summary>Reads the entries with their ids.</summary>
    /// <exception cref="AwsJsonException">The batch is refused as a whole.</exception>
    public static IReadOnlyList<(string Id, RequestReader Entry)> ReadEntries(this RequestReader request)
    {
        var entries = request.Objects("Entries");
        if (entries.Count == 0)
            throw SqsErrors.Batch("EmptyBatchRequest", "Entries is empty.");
        if (entries.Count > SqsLimits.BatchEntries)
        {
            throw SqsErrors.Batch(
                "TooManyEntriesInBatchRequest", $"Entries has {entries.Count} entries; {SqsLimits.BatchEntries} are allowed.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. entries.Select(entry => (CheckId(entry.Text("Id"), ids), entry))];
    }

    /// <summary>Writes the answer: the successful entries, and the failed ones with their errors.</summary>
    public static JsonObject Answer(IEnumerable<(string Id, JsonObject? Result, AwsJsonException? Error)> outcomes)
    {
        var successful = new JsonArray();
        var failed = new JsonArray();
        foreach (var (id, result, error) in outcomes)
        {
            if (error is not null)
            {
                failed.Add(Failure(id, error));
                continue;
            }
            var entry = result ?? [];
            entry["Id"] = id;
            successful.Add(entry);
        }

        var answer = new JsonObject();
        if (successful.Count > 0)
            answer["Successful"] = successful;
        if (failed.Count > 0)
            answer["Failed"] = failed;
        return answer;
    }

    private static string CheckId(string id, HashSet<string> ids)
    {
        if (id.Length > SqsLimits.EntryIdLength || !EntryId().IsMatch(id))
        {
            throw SqsErrors.Batch(
                "InvalidBatchEntryId", $"Id '{id}' must have 1 to {SqsLimits.EntryIdLength} letters, digits, '-' and '_'.");
        }
        return ids.Add(id) ? id : throw SqsErrors.Batch("BatchEntryIdsNotDistinct", $"Id '{id}' is there twice.");
    }

    /// <summary>Within a batch AWS names errors by their query codes.</summary>
    private static JsonObject Failure(string id, AwsJsonException error) => new()
    {
        ["Id"] = id,
        ["Code"] = error.QueryError?.Split(';')[0] ?? error.Code,
        ["Message"] = error.Message,
        ["SenderFault"] = true,
    };

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.None, 1000)]
    private static partial Regex EntryId();
}
