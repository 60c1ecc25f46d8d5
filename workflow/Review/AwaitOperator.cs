using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// Puts an order that cannot go on before a person: the failed step, its error, the token that resumes it, and in the same
/// transaction the matter <see cref="AttentionKind.OrderInReview"/>, by which it is found.
/// May find the order open (status REVIEW), in review (the newer token replaces the older one), ended (status and mark stay:
/// what the reconciler or a refund has still to do there goes on), or missing because its quote never succeeded (creates a
/// record to be found by).
/// </summary>
public sealed class AwaitOperator(OrderTable table, TimeProvider time)
{
    /// <summary>The longest failure text that is kept.</summary>
    public const int MaxFailureLength = 500;

    private const string Review = "orderId = :order, failedStep = :step, failure = :failure, reviewToken = :token";
    private const string Opening = "SET #status = :review, openStatus = :review, statusSince = :now, createdAt = if_not_exists(createdAt, :now), ";

    private readonly OrderRecords _orders = new(table);

    /// <summary>Carries out the step; it returns while the execution goes on waiting.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="failedStep">The state that failed, to which a resume returns.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The error's cause as the state machine has it: for a Lambda its error document.</param>
    /// <param name="taskToken">Resumes the execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OrderConflictException">The order has changed meanwhile; a repeat sees how.</exception>
    public async Task RunAsync(
        string orderId, string failedStep, string error, string? cause, string taskToken, CancellationToken cancellationToken = default)
    {
        var order = await _orders.FindAsync(orderId, cancellationToken);
        var failure = FailureText.Of(error, cause, MaxFailureLength);
        var now = time.GetUtcNow();
        var hasEnded = order is { IsOpen: false };
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":order"] = Attributes.Text(orderId),
            [":step"] = Attributes.Text(failedStep),
            [":failure"] = Attributes.Text(failure),
            [":token"] = Attributes.Text(taskToken),
        };
        if (order is not null)
            (values[":found"], values[":since"]) = (Attributes.Text(order.Status), Attributes.Instant(order.StatusSince));
        if (order?.ReviewToken is { } older)
            values[":older"] = Attributes.Text(older);
        if (!hasEnded)
            (values[":review"], values[":now"]) = (Attributes.Text(OrderStatus.Review), Attributes.Instant(now));
        var change = new Update
        {
            TableName = table.Name,
            Key = ItemKey.Order(orderId).ToAttributes(),
            UpdateExpression = (hasEnded ? "SET " : Opening) + Review + " REMOVE taskToken, resumeAskedAt",
            ConditionExpression = Unchanged(order),
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
            ExpressionAttributeValues = values,
        };
        var matter = AttentionWrites.OpenOrder(table.Name, AttentionKind.OrderInReview, orderId, $"{failedStep}: {failure}", now);
        if (!await table.TransactAsync([new() { Update = change }, matter], cancellationToken))
            throw new OrderConflictException(orderId);
    }

    /// <summary>
    /// An order that ends in the meantime fails the condition, and the repeat sees it ended. So does the write of an attempt that
    /// was given up and comes after the next one's: nobody could resume the execution by the token that it brings.
    /// </summary>
    private static string Unchanged(Order? order) => order switch
    {
        null => "attribute_not_exists(PK)",
        { ReviewToken: null } => "#status = :found AND statusSince = :since AND attribute_not_exists(reviewToken)",
        _ => "#status = :found AND statusSince = :since AND reviewToken = :older",
    };
}
