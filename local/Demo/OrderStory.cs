using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Local.Demo;

/// <summary>An order's way through the state machine, as its history tells it.</summary>
/// <param name="States">The states in the order in which they were entered.</param>
/// <param name="Status">The execution's status; null when there is no execution.</param>
public sealed record OrderStory(IReadOnlyList<string> States, string? Status)
{
    /// <summary>The execution of an order.</summary>
    public static string ExecutionArn(Cafe cafe, string orderId) =>
        cafe.Addresses.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":" + orderId;

    /// <summary>Reads it.</summary>
    public static async Task<OrderStory> ReadAsync(Cafe cafe, string orderId)
    {
        var arn = ExecutionArn(cafe, orderId);
        try
        {
            var execution = await cafe.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn });
            var states = new List<string>();
            string? next = null;
            do
            {
                var page = await cafe.StepFunctions.GetExecutionHistoryAsync(
                    new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = 1000, NextToken = next });
                states.AddRange(page.Events.Where(entry => entry.StateEnteredEventDetails is not null)
                    .Select(entry => entry.StateEnteredEventDetails.Name));
                next = page.NextToken;
            }
            while (next is not null);
            return new OrderStory(states, execution.Status.Value);
        }
        catch (ExecutionDoesNotExistException)
        {
            return new OrderStory([], null);
        }
    }
}
