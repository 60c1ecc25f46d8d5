using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Walks the index of open orders for those that stopped moving, and lets <see cref="ReconcileOrder"/> repair each. It looks at
/// a bounded number and says where the next run goes on. Two runs at once do no harm: every repair is by conditions.
/// </summary>
public sealed class ReconcileOrders(OrderTable table, ReconcileOrder repair, ReconcileRules rules, TimeProvider time)
{
    private const int PageSize = 25;
    private const int MaxDetailLength = 200;

    /// <summary>Looks at the orders from a cursor on.</summary>
    /// <param name="cursor">Where an earlier report ended; null for the beginning.</param>
    /// <param name="cancellationToken">Stops between two orders.</param>
    /// <exception cref="ArgumentException">The cursor is none that a report gave.</exception>
    public async Task<ReconcileReport> RunAsync(string? cursor, CancellationToken cancellationToken)
    {
        var position = cursor is null ? null : Position(cursor) ?? throw new ArgumentException("The cursor is none that a report gave.", nameof(cursor));
        var now = time.GetUtcNow();
        var findings = new List<ReconciledOrder>();
        var looked = 0;
        foreach (var (mark, age) in rules.Walk.SkipWhile(part => position is not null && part.Mark != position.Mark))
        {
            var start = position?.ToStartKey();
            position = null;
            do
            {
                var page = await PageAsync(mark, now - age, start, rules.MaxOrders - looked, cancellationToken);
                foreach (var item in page.Items ?? [])
                {
                    var found = await LookAsync(item.Text("orderId"), cancellationToken);
                    if (found.Finding != ReconcileFinding.Moving)
                        findings.Add(found);
                    looked++;
                    if (looked >= rules.MaxOrders || time.GetUtcNow() - now >= rules.MaxDuration)
                        return new ReconcileReport(findings, looked, new IndexPosition(mark, item.Text("statusSince"), found.OrderId).ToString());
                }
                start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
            }
            while (start is not null);
        }
        return new ReconcileReport(findings, looked, null);
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
                IndexName = "OpenOrders",
                KeyConditionExpression = "openStatus = :mark AND statusSince <= :until",
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
    private async Task<ReconciledOrder> LookAsync(string orderId, CancellationToken cancellationToken)
    {
        try
        {
            return await repair.RunAsync(orderId, cancellationToken);
        }
        catch (Exception error) when (error is PaymentInDoubtException or OrderConflictException)
        {
            return new ReconciledOrder(orderId, ReconcileFinding.InDoubt, Shorten(error.Message));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            // Messages of foreign exceptions may repeat data; the type says enough to look it up in the log.
            return new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson, error.GetType().Name);
        }
    }
#pragma warning restore CA1031

    private static string Shorten(string text) => text.Length <= MaxDetailLength ? text : text[..MaxDetailLength];
}
