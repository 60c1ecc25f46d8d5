using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// The operator's "try again": lets an execution in AwaitOperator go on with the step that failed, and writes down who asked
/// for it, when and why. May find the order waiting for an operator (resumes it), waiting with a resume that was written down and not
/// finished (writes this one down, too, and finishes it), or not waiting (says so, changes nothing).
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
    /// <param name="cancellationToken">Gives up; what is written down by then, the reconciler finishes.</param>
    /// <returns>Whether the step is tried again; if not, what is known of an earlier resume.</returns>
    /// <exception cref="ArgumentException">The name or the reason is empty, or one of the two texts is too long.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<ResumeResult> RunAsync(OrderId orderId, string by, string why, CancellationToken cancellationToken = default)
    {
        Check(by, nameof(by));
        Check(why, nameof(why));
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (order.ReviewToken is not { } token || order.FailedStep is not { } step)
            return NotWaiting(order);

        // Written down first: an order never goes on without a name beside it, and what is written down is finished by the reconciler.
        var resume = new StepResume(step, by, time.GetUtcNow());
        if (!await TryRecordAsync(orderId, token, resume, why, cancellationToken))
        {
            var now = await _orders.GetAsync(orderId, cancellationToken);
            if (!IsSame(now.LastResume, resume))
                return NotWaiting(now);
        }
        return new ResumeResult(await FinishAsync(order, cancellationToken) ? ResumeOutcome.Resumed : ResumeOutcome.TooLate, resume);
    }

    /// <summary>Does what a resume that is written down asks for, and ends the review; a newer one stays.</summary>
    /// <returns>False when the execution did not wait any more.</returns>
    internal async Task<bool> FinishAsync(Order order, CancellationToken cancellationToken)
    {
        var resumed = await TrySendAsync(order.ReviewToken!, cancellationToken);
        await ReviewEnd.RestoreMarkAsync(table, order, cancellationToken);
        await ReviewEnd.TryAsync(table, order, cancellationToken);
        return resumed;
    }

    private static ResumeResult NotWaiting(Order order) =>
        new(order.LastResume is null ? ResumeOutcome.NotWaiting : ResumeOutcome.ResumedBefore, order.LastResume);

    /// <summary>Whether the write whose answer was lost had been made: instants are kept in milliseconds.</summary>
    private static bool IsSame(StepResume? kept, StepResume resume) =>
        kept is not null && kept with { At = resume.At } == resume && Timestamp.Format(kept.At) == Timestamp.Format(resume.At);

    private async Task<bool> TrySendAsync(Credential token, CancellationToken cancellationToken)
    {
        try
        {
            await stepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token.Reveal(), Output = "{}" }, cancellationToken);
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

    private async Task<bool> TryRecordAsync(OrderId orderId, Credential token, StepResume resume, string why, CancellationToken cancellationToken)
    {
        var now = Attributes.Instant(resume.At);
        return await table.TryUpdateAsync(new ItemChange(ItemKey.Order(orderId))
            .Set(OrderAttributes.ResumeAskedAt, now)
            .Append(OrderAttributes.OperatorActions, OperatorAction.Entry(resume.At, resume.By, why, OperatorAction.Resumed, Attributes.Text(resume.Step)))
            .If(OrderAttributes.ReviewToken, Attributes.Text(token))
            // A repeat of this write, after a lost answer, adds no second entry.
            .IfNot(OrderAttributes.ResumeAskedAt, now), cancellationToken) is not null;
    }

    private static void Check(string? text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Length > MaxTextLength)
            throw new ArgumentException($"At most {MaxTextLength} characters are kept.", name);
    }
}
