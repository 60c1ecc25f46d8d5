using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Inspecting;

/// <summary>Reads an order's way from Step Functions, which keeps a history for 90 days after its end.</summary>
/// <param name="stepFunctions">The client.</param>
/// <param name="executions">Knows the order's execution.</param>
public sealed class ReadOrderPath(IAmazonStepFunctions stepFunctions, OrderExecutions executions)
{
    /// <summary>The most events of a history (AWS's limit for an execution).</summary>
    public const int MaxEvents = 25_000;

    private const int PageSize = 1_000;

    /// <summary>Reads it.</summary>
    public async Task<OrderPath> RunAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        var arn = executions.ArnOf(orderId);
        try
        {
            var execution = await stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken);
            var states = new List<string>();
            string? next = null;
            for (var events = 0; events < MaxEvents; events += PageSize)
            {
                var page = await stepFunctions.GetExecutionHistoryAsync(
                    new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = PageSize, NextToken = next }, cancellationToken);
                states.AddRange(page.Events.Where(entry => entry.StateEnteredEventDetails is not null)
                    .Select(entry => entry.StateEnteredEventDetails.Name));
                if ((next = page.NextToken) is null)
                    break;
            }
            return new OrderPath(states, execution.Status.Value);
        }
        catch (ExecutionDoesNotExistException)
        {
            return new OrderPath([], null);
        }
    }
}
