using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2;
using Amazon.StepFunctions.Model;
using Amazon.StepFunctions;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Invariants;

/// <summary>Reads a snapshot: the whole table, and KakaoPay's and Step Functions' word on every order. A check, not a part of any order's path.</summary>
/// <param name="dynamoDb">The table's client.</param>
/// <param name="tableName">The table.</param>
/// <param name="gateway">Asks for payments.</param>
/// <param name="stepFunctions">Asks for executions.</param>
/// <param name="stateMachineArn">The order workflow.</param>
public sealed class SnapshotReader(
    IAmazonDynamoDB dynamoDb, string tableName, IPaymentGateway gateway, IAmazonStepFunctions stepFunctions, string stateMachineArn)
{
    /// <summary>The most pages that are read; a page holds up to 1 MB.</summary>
    public const int MaxPages = 100_000;

    /// <summary>Reads everything.</summary>
    public async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        var orders = new Dictionary<string, Order>(StringComparer.Ordinal);
        var indexed = new HashSet<string>(StringComparer.Ordinal);
        var holds = new List<HoldRecord>();
        var ledger = new List<LedgerLine>();
        var refunds = new List<Refund>();
        var attention = new List<AttentionRecord>();
        await foreach (var item in ItemsAsync(cancellationToken))
        {
            var (partition, sort) = (item.Text("PK"), item.Text("SK"));
            if (partition == ItemKey.AttentionPartition)
            {
                attention.Add(AttentionRecord.Read(item));
            }
            else if (sort == "ACCOUNT")
            {
                var account = Account.Read(item);
                accounts[account.MemberId] = account;
            }
            else if (sort == "ORDER")
            {
                var order = Order.Read(item);
                orders[order.OrderId] = order;
                if (item.ContainsKey(OrderAttributes.OpenStatus))
                    indexed.Add(order.OrderId);
            }
            else if (sort.StartsWith(ItemKey.HoldPrefix, StringComparison.Ordinal))
            {
                holds.Add(HoldRecord.Read(item));
            }
            else if (sort.StartsWith(ItemKey.RefundPrefix, StringComparison.Ordinal))
            {
                refunds.Add(Refund.Read(item));
            }
            else if (sort.StartsWith(ItemKey.LedgerPrefix, StringComparison.Ordinal))
            {
                ledger.Add(LedgerLine.Read(item));
            }
        }

        var payments = new Dictionary<string, PaymentFacts>(StringComparer.Ordinal);
        var executions = new Dictionary<string, ExecutionFacts>(StringComparer.Ordinal);
        foreach (var order in orders.Values)
        {
            if (await PaymentFacts.AskAsync(gateway, order, cancellationToken) is { } payment)
                payments[order.OrderId] = payment;
            if (await ExecutionAsync(order.OrderId, cancellationToken) is { } execution)
                executions[order.OrderId] = execution;
        }
        return new Snapshot
        {
            Accounts = accounts,
            Orders = orders,
            IndexedOpenOrders = indexed,
            Holds = holds,
            Ledger = ledger,
            Refunds = refunds,
            Attention = attention,
            Payments = payments,
            Executions = executions,
        };
    }

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> ItemsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, AttributeValue>? start = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var page = await dynamoDb.ScanAsync(
                new ScanRequest { TableName = tableName, ConsistentRead = true, ExclusiveStartKey = start }, cancellationToken);
            foreach (var item in page.Items ?? [])
                yield return item;
            if (page.LastEvaluatedKey is not { Count: > 0 })
                yield break;
            start = page.LastEvaluatedKey;
        }
        throw new InvalidOperationException($"The table has more than {MaxPages} pages.");
    }

    private async Task<ExecutionFacts?> ExecutionAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        try
        {
            var execution = await stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = orderId.ExecutionArn(stateMachineArn) },
                cancellationToken);
            return new ExecutionFacts(execution.Status.Value, OutcomeOf(execution.Output));
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static string? OutcomeOf(string? output)
    {
        if (output is null)
            return null;
        using var document = System.Text.Json.JsonDocument.Parse(output);
        return document.RootElement.TryGetProperty("settlement", out var settlement)
            && settlement.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null;
    }
}
