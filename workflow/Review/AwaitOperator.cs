using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// Puts an order that cannot go on before a person: status REVIEW, the failed step, its error, and the token that resumes it.
/// May find the order open (REVIEW), in review (the newer token replaces the older one), settled (its status stays, only the
/// mark that somebody must look is set), or missing because its quote never succeeded (creates a record to be found by).
/// </summary>
public sealed class AwaitOperator(OrderTable table, TimeProvider time)
{
    /// <summary>The longest failure text that is kept.</summary>
    public const int MaxFailureLength = 500;

    private readonly OrderRecords _orders = new(table);

    /// <summary>Carries out the step; it returns while the execution goes on waiting.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="failedStep">The state that failed, to which a resume returns.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The error's cause as the state machine has it: for a Lambda its error document.</param>
    /// <param name="taskToken">Resumes the execution.</param>
    public async Task RunAsync(string orderId, string failedStep, string error, string? cause, string taskToken)
    {
        var order = await _orders.FindAsync(orderId);
        var settled = order is not null && !order.IsOpen;
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":review"] = Attributes.Text(OrderStatus.Review),
            [":status"] = Attributes.Text(settled ? order!.Status : OrderStatus.Review),
            [":now"] = Attributes.Instant(time.GetUtcNow()),
            [":order"] = Attributes.Text(orderId),
            [":step"] = Attributes.Text(failedStep),
            [":failure"] = Attributes.Text(FailureText.Of(error, cause, MaxFailureLength)),
            [":token"] = Attributes.Text(taskToken),
        };
        // Named so that an order which is settled in the meantime fails the condition, and the repeat sees it settled.
        var condition = "attribute_not_exists(PK)";
        if (order is not null)
        {
            values[":found"] = Attributes.Text(order.Status);
            condition = "#status = :found";
        }
        await table.UpdateAsync(new Update
        {
            Key = ItemKey.Order(orderId).ToAttributes(),
            UpdateExpression =
                "SET #status = :status, openStatus = :review, statusSince = :now, createdAt = if_not_exists(createdAt, :now), "
                + "orderId = :order, failedStep = :step, failure = :failure, reviewToken = :token REMOVE taskToken",
            ConditionExpression = condition,
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
            ExpressionAttributeValues = values,
        });
    }
}
