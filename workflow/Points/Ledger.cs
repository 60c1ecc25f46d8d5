using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>The ledger of a member's points.</summary>
public sealed class Ledger(OrderTable table, TimeProvider time)
{
    /// <summary>The most pages that one reading takes; a page holds up to 1 MB, thousands of lines.</summary>
    public const int MaxPages = 100;

    /// <summary>The lines of a member, oldest first.</summary>
    /// <param name="memberId">Whose.</param>
    /// <param name="since">Only those from then on; null for all.</param>
    /// <exception cref="InvalidOperationException">There are more than <see cref="MaxPages"/> pages.</exception>
    public async Task<IReadOnlyList<LedgerLine>> LinesAsync(string memberId, DateTimeOffset? since = null)
    {
        var lines = new List<LedgerLine>();
        Dictionary<string, AttributeValue>? start = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var page = await table.QueryAsync(new QueryRequest
            {
                KeyConditionExpression = "PK = :member AND SK BETWEEN :from AND :to",
                ExpressionAttributeValues = new(StringComparer.Ordinal)
                {
                    [":member"] = Attributes.Text(ItemKey.MemberPartition(memberId)),
                    [":from"] = Attributes.Text(ItemKey.LedgerPrefix + (since is { } instant ? Timestamp.Format(instant) : "")),
                    // Sorts after every digit that a time may begin with.
                    [":to"] = Attributes.Text(ItemKey.LedgerPrefix + "~"),
                },
                ConsistentRead = true,
                ExclusiveStartKey = start,
            });
            lines.AddRange((page.Items ?? []).Select(LedgerLine.Read));
            if (page.LastEvaluatedKey is not { Count: > 0 })
                return lines;
            start = page.LastEvaluatedKey;
        }
        throw new InvalidOperationException($"The ledger has more than {MaxPages} pages.");
    }

    /// <summary>Gives points to a member, once per grant number. They pay his debt first.</summary>
    /// <param name="memberId">Who gets them.</param>
    /// <param name="grantId">Names the gift; the same number gives once.</param>
    /// <param name="points">How many; at least 1.</param>
    /// <returns>False when this gift was given before, there is no such member, or others kept changing the account.</returns>
    public async Task<bool> GrantAsync(string memberId, string grantId, long points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return await new CreditWriter(table, time).TryAsync(memberId, points, credit =>
        [
            ItemChange.Create(table.Name, ItemKey.Grant(memberId, grantId).ToAttributes()),
            AccountChange.Grant(table.Name, memberId, credit),
            .. LedgerLine.Credit(memberId, time.GetUtcNow(), grantId, LedgerKind.Grant, credit).Select(line => line.ToWrite(table.Name)),
        ]) is not null;
    }
}
