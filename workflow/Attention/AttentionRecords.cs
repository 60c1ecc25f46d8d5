using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Attention;

/// <summary>
/// The matters that wait for a person, in one partition of the table, so that the list is never late. They are few: a café
/// with more than <see cref="MaxListed"/> has another problem.
/// </summary>
public sealed class AttentionRecords(OrderTable table, TimeProvider time)
{
    /// <summary>The most records that are listed.</summary>
    public const int MaxListed = 1_000;

    /// <summary>The matters as a person should look at them: by kind, then by age. A kind that this version does not know comes last.</summary>
    public static IEnumerable<AttentionRecord> InOrder(IEnumerable<AttentionRecord> records) => records
        .OrderBy(record => (uint)AttentionKind.All.ToList().IndexOf(record.Kind))
        .ThenBy(record => record.Since)
        .ThenBy(record => record.Subject, StringComparer.Ordinal);

    /// <summary>How many matters there are of each kind; every kind is there.</summary>
    public static IReadOnlyDictionary<string, int> Count(IReadOnlyList<AttentionRecord> records) =>
        AttentionKind.All.ToDictionary(kind => kind, kind => records.Count(record => record.Kind == kind), StringComparer.Ordinal);

    /// <summary>Opens a matter whose cause is no item of the table, or renews it.</summary>
    /// <param name="kind">One of <see cref="AttentionKind"/>.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="orderId">The order; null where it is about none.</param>
    /// <param name="detail">What is known; no personal data.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task OpenAsync(string kind, string subject, string? orderId, string detail, CancellationToken cancellationToken = default) =>
        table.TryUpdateAsync(AttentionWrites.Open(kind, subject, orderId, detail, time.GetUtcNow()), cancellationToken);

    /// <summary>Closes a matter; one that is not open costs a read.</summary>
    public async Task CloseAsync(string kind, string subject, CancellationToken cancellationToken = default)
    {
        if (await table.GetAsync(ItemKey.Attention(kind, subject), cancellationToken) is not null)
            await table.TransactAsync([AttentionWrites.Close(table.Name, kind, subject)], cancellationToken);
    }

    /// <summary>The open matters by kind and subject, at most <see cref="MaxListed"/>.</summary>
    /// <returns>The records, and whether these are all.</returns>
    public async Task<(IReadOnlyList<AttentionRecord> Records, bool IsComplete)> ListAsync(CancellationToken cancellationToken = default)
    {
        var (items, isComplete) = await table.QueryItemsAsync(
            new QueryRequest
            {
                KeyConditionExpression = "PK = :partition",
                ExpressionAttributeValues = new(StringComparer.Ordinal) { [":partition"] = Attributes.Text(ItemKey.AttentionPartition) },
                ConsistentRead = true,
            },
            MaxListed,
            cancellationToken);
        return (items.ConvertAll(AttentionRecord.Read), isComplete);
    }
}
