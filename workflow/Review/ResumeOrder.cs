using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// The operator's "try again": lets an execution in AwaitOperator go on with the step that failed, and writes down who asked
/// for it, when and why. May find the order waiting for an operator (resumes it), or not (says so, changes nothing).
/// </summary>
public sealed class ResumeOrder(OrderTable table, IAmazonStepFunctions stepFunctions, TimeProvider time)
{
    /// <summary>The longest name or reason that is kept.</summary>
    public const int MaxTextLength = 200;

    private readonly OrderRecords _orders = new(table);

    /// <summary>Resumes an order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="by">Who asks; not empty.</param>
    /// <param name="why">Why; not empty.</param>
    /// <returns>The step that is tried again; null when the order does not wait for an operator.</returns>
    /// <exception cref="ArgumentException">The order, the name or the reason is empty, or one of the two texts is too long.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<string?> RunAsync(string orderId, string by, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        Check(by, nameof(by));
        Check(why, nameof(why));
        var order = await _orders.GetAsync(orderId);
        if (order.ReviewToken is not { } token || order.FailedStep is not { } step)
            return null;

        // Written down first: an order never goes on without a name beside it.
        if (!await TryRecordAsync(order, token, by, why))
            return null;
        var resumed = await TrySendAsync(token);
        await ForgetTokenAsync(order, token);
        return resumed ? step : null;
    }

    private async Task<bool> TrySendAsync(string token)
    {
        try
        {
            await stepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = "{}" });
            return true;
        }
        catch (TaskTimedOutException)
        {
            return false;
        }
        catch (TaskDoesNotExistException)
        {
            return false;
        }
    }

    private Task<bool> TryRecordAsync(Order order, string token, string by, string why)
    {
        var entry = OperatorAction.Entry(time.GetUtcNow(), by, why, "resumed", Attributes.Text(order.FailedStep!));
        return TryUpdateAsync(
            order, token, "SET " + OperatorAction.Append, "", (":entry", entry), (":none", OperatorAction.None));
    }

    /// <summary>
    /// A settled order was only marked for a look: with the resume the mark goes, too, unless it is a refund's; one that the board
    /// does not show yet has its own mark again. A newer token stays.
    /// </summary>
    private async Task<bool> ForgetTokenAsync(Order order, string token)
    {
        if (!order.IsOpen && order.OpenStatus == OrderStatus.Review)
        {
            var review = (":review", Attributes.Text(OrderStatus.Review));
            var forgotten = order.AwaitsBoard
                ? await TryUpdateAsync(
                    order, token, "SET openStatus = :unannounced REMOVE reviewToken", " AND openStatus = :review", review,
                    (":unannounced", Attributes.Text(OpenMark.Unannounced)))
                : await TryUpdateAsync(order, token, "REMOVE reviewToken, openStatus", " AND openStatus = :review", review);
            if (forgotten)
                return true;
        }
        return await TryUpdateAsync(order, token, "REMOVE reviewToken", "");
    }

    private async Task<bool> TryUpdateAsync(
        Order order, string token, string update, string condition, params (string Name, AttributeValue Value)[] values)
    {
        var attributes = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        attributes[":token"] = Attributes.Text(token);
        try
        {
            await table.UpdateAsync(new Update
            {
                Key = ItemKey.Order(order.OrderId).ToAttributes(),
                UpdateExpression = update,
                ConditionExpression = "reviewToken = :token" + condition,
                ExpressionAttributeValues = attributes,
            });
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static void Check(string? text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Length > MaxTextLength)
            throw new ArgumentException($"At most {MaxTextLength} characters are kept.", name);
    }
}
