using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Walks the index of open orders for those that stopped moving, then the orders of open matters that are not in the index, and
/// lets <see cref="ReconcileOrder"/> repair each. It looks at a bounded number and says where the next run goes on. Two runs at
/// once do no harm: every repair is by conditions.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="repair">Repairs an order.</param>
/// <param name="matters">Opens and closes what waits for a person.</param>
/// <param name="rules">How many orders, and how old.</param>
/// <param name="time">The clock.</param>
public sealed class ReconcileOrders(OrderTable table, ReconcileOrder repair, OrderMatters matters, ReconcileRules rules, TimeProvider time)
{
    private const int PageSize = 25;
    private const int MaxDetailLength = 200;

    private readonly AttentionRecords _attention = new(table, time);

    /// <summary>Looks at the orders from a cursor on.</summary>
    /// <param name="cursor">Where an earlier report ended; null for the beginning.</param>
    /// <param name="cancellationToken">Stops between two orders.</param>
    /// <exception cref="ArgumentException">The cursor is none that a report gave.</exception>
    public async Task<ReconcileReport> RunAsync(string? cursor, CancellationToken cancellationToken)
    {
        var position = cursor is null ? null : Position(cursor) ?? throw new ArgumentException("The cursor is none that a report gave.", nameof(cursor));
        var until = time.GetUtcNow() + rules.MaxDuration;
        var (open, _) = await _attention.ListAsync(cancellationToken);
        var kinds = open.Where(record => record.OrderId is not null).ToLookup(record => record.OrderId!, record => record.Kind, StringComparer.Ordinal);
        var (findings, next) = await WalkAsync(position, kinds, until, cancellationToken);
        var looked = findings.ConvertAll(found => found.OrderId.ToString());
        foreach (var orderId in kinds.Select(order => order.Key).Except(looked).Take(rules.MaxOrders))
        {
            if (time.GetUtcNow() >= until)
                break;
            findings.Add(await LookAsync(OrderId.Parse(orderId), [.. kinds[orderId]], cancellationToken));
        }
        var (left, _) = await _attention.ListAsync(cancellationToken);
        return new ReconcileReport(findings.FindAll(found => found.Finding != ReconcileFinding.Moving), findings.Count, next)
        {
            Matters = AttentionRecords.Count(left),
        };
    }

    private async Task<(List<ReconciledOrder> Findings, string? Cursor)> WalkAsync(
        IndexPosition? position, ILookup<string, string> kinds, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var findings = new List<ReconciledOrder>();
        foreach (var (mark, age) in rules.Walk.SkipWhile(part => position is not null && part.Mark != position.Mark))
        {
            var start = position?.ToStartKey();
            position = null;
            do
            {
                var page = await PageAsync(mark, now - age, start, rules.MaxOrders - findings.Count, cancellationToken);
                foreach (var item in page.Items ?? [])
                {
                    var orderId = Order.IdOf(item);
                    findings.Add(await LookAsync(orderId, [.. kinds[orderId]], cancellationToken));
                    if (findings.Count >= rules.MaxOrders || time.GetUtcNow() >= until)
                        return (findings, new IndexPosition(mark, item.Text(OrderAttributes.StatusSince), orderId).ToString());
                }
                start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
            }
            while (start is not null);
        }
        return (findings, null);
    }

    /// <summary>Whether a text is a cursor that a report may have given.</summary>
    public bool IsCursor(string text) => Position(text) is not null;

    private IndexPosition? Position(string cursor) =>
        IndexPosition.Read(cursor) is { } position && rules.Walk.Any(part => part.Mark == position.Mark) ? position : null;

    private Task<QueryResponse> PageAsync(
        string mark, DateTimeOffset until, Dictionary<string, AttributeValue>? start, int left, CancellationToken cancellationToken) =>
        table.QueryAsync(
            new QueryRequest
            {
                IndexName = IndexName.OpenOrders,
                KeyConditionExpression = $"{OrderAttributes.OpenStatus} = :mark AND {OrderAttributes.StatusSince} <= :until",
                ExpressionAttributeValues = new(StringComparer.Ordinal)
                {
                    [":mark"] = Attributes.Text(mark),
                    [":until"] = Attributes.Instant(until),
                },
                ExclusiveStartKey = start,
                Limit = Math.Min(PageSize, left),
            },
            cancellationToken);

#pragma warning disable CA1031 // an order that cannot be looked at is reported, and the others are looked at
    private async Task<ReconciledOrder> LookAsync(OrderId orderId, string[] open, CancellationToken cancellationToken)
    {
        var found = await RepairAsync(orderId, cancellationToken);
        try
        {
            await matters.NoteAsync(found, open, cancellationToken);
            return found;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson, error.GetType().Name);
        }
    }

    private async Task<ReconciledOrder> RepairAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        try
        {
            return await repair.RunAsync(orderId, cancellationToken);
        }
        catch (Exception error) when (error is PaymentInDoubtException or OrderConflictException)
        {
            return new ReconciledOrder(orderId, ReconcileFinding.InDoubt, Shorten(error.Message));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Messages of foreign exceptions may repeat data; the type says enough to look it up in the log.
            return new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson, error.GetType().Name);
        }
    }
#pragma warning restore CA1031

    private static string Shorten(string text) => text.Length <= MaxDetailLength ? text : text[..MaxDetailLength];
}
