using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Orders;

/// <summary>Asks Step Functions about the executions of orders.</summary>
/// <param name="stepFunctions">The client.</param>
/// <param name="stateMachineArn">The order workflow.</param>
public sealed class OrderExecutions(IAmazonStepFunctions stepFunctions, string stateMachineArn)
{
    /// <summary>The ARN of an order's execution.</summary>
    public string ArnOf(OrderId orderId) => orderId.ExecutionArn(stateMachineArn);

    /// <summary>Whether an order's execution carries it on, and since when it does not.</summary>
    /// <returns>Whether it runs; and when it stopped, null where it runs or there is none.</returns>
    public async Task<(bool IsRunning, DateTimeOffset? StoppedAt)> FindAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        try
        {
            var execution = await stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = ArnOf(orderId) }, cancellationToken);
            return execution.Status == ExecutionStatus.RUNNING || execution.Status == ExecutionStatus.PENDING_REDRIVE
                ? (true, null)
                : (false, execution.StopDate is { } stopped ? new DateTimeOffset(stopped.ToUniversalTime(), TimeSpan.Zero) : null);
        }
        catch (ExecutionDoesNotExistException)
        {
            return (false, null);
        }
    }
}
