using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>Looks at what is still under way.</summary>
internal sealed class RemainderReader(Cafe cafe, IAmazonSQS sqs)
{
    private static readonly List<string> Counts =
        ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"];

    private static readonly IReadOnlyList<string> Marks = [.. OrderStatus.Open, OpenMark.Refunding, OpenMark.MoneyUnchecked];

    public async Task<Remainder> ReadAsync(CancellationToken cancellationToken)
    {
        var running = await cafe.StepFunctions.ListExecutionsAsync(
            new ListExecutionsRequest { StateMachineArn = cafe.Addresses.StateMachineArn, StatusFilter = ExecutionStatus.RUNNING }, cancellationToken);
        var marked = 0;
        foreach (var status in Marks)
            marked += await MarkedAsync(status, cancellationToken);

        var messages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var url in (await sqs.ListQueuesAsync(new ListQueuesRequest(), cancellationToken)).QueueUrls ?? [])
        {
            var answer = await sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest(url, Counts), cancellationToken);
            var count = Counts.Sum(name => int.Parse(answer.Attributes[name], CultureInfo.InvariantCulture));
            if (count > 0)
                messages[url[(url.LastIndexOf('/') + 1)..]] = count;
        }
        return new Remainder(running.Executions.Count, marked, messages);
    }

    private async Task<int> MarkedAsync(string status, CancellationToken cancellationToken)
    {
        var page = await cafe.Table.QueryAsync(
            new QueryRequest
            {
                IndexName = "OpenOrders",
                KeyConditionExpression = "openStatus = :status",
                ExpressionAttributeValues = new(StringComparer.Ordinal) { [":status"] = Attributes.Text(status) },
            },
            cancellationToken);
        return page.Items?.Count ?? 0;
    }
}
