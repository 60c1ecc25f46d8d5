using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Settlement;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// A person's word about a payment that KakaoPay's inquiry does not tell, or a refund that it does not do. It is written down first,
/// with who and why, and holds only where KakaoPay does not clearly say otherwise.
/// May find an execution that asks on or waits for an operator (keeps the word for it, and resumes it), an open order without an
/// execution (ends it), an ended order whose money is unchecked (takes the mark away), one that this word has ended
/// before (closes what may still be open of it), a refund under way (settles it as given back by hand), or none of these (changes nothing). "Refunded" takes an earlier word's place, since money that a person has given
/// back is back; no other word does.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="kakaoPay">Asks once more.</param>
/// <param name="executions">Tells whether somebody carries the order on.</param>
/// <param name="resume">Lets an execution that waits for an operator go on.</param>
/// <param name="commit">Makes an order without an execution PAID.</param>
/// <param name="refunds">Settles a refund.</param>
/// <param name="time">The clock.</param>
public sealed class SettleOrder(
    OrderTable table, KakaoPayClient kakaoPay, OrderExecutions executions, ResumeOrder resume, CommitOrder commit, SettleRefund refunds,
    TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(kakaoPay);
    private readonly AttentionRecords _attention = new(table, time);

    /// <summary>Takes a person's word.</summary>
    /// <exception cref="SettleRefusedException">It cannot hold.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="OrderConflictException">Another one was at it; ask again.</exception>
    public async Task<SettleOutcome> RunAsync(SettleRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        var order = await _orders.GetAsync(request.OrderId, cancellationToken);
        if (order.OpenRefund is not null)
            return await refunds.RunAsync(order, request, cancellationToken);
        var isUnchecked = !order.IsOpen && order.OpenStatus == OpenMark.MoneyUnchecked;
        if (!order.IsOpen && !isUnchecked)
        {
            if (order.SettledAs == request.As)
                await CloseMattersAsync(order.OrderId, cancellationToken);
            return SettleOutcome.NothingToSettle;
        }
        if (order.SettledAs is { } earlier && earlier != request.As && request.As != SettledAs.Refunded)
            throw new SettleRefusedException(order.OrderId, $"{order.SettledBy} has settled it as {earlier}");
        if (order.Tid is not { } tid)
            throw new SettleRefusedException(order.OrderId, "it has no payment");

        var known = await KnownAsync(order, tid, cancellationToken);
        SettleRules.Check(order, request.As, known);
        SettleRules.CheckCancel(order.OrderId, order.CancelSentAt, time.GetUtcNow());
        if (isUnchecked)
        {
            SettleRules.CheckEnded(order, time.GetUtcNow());
            return await UnmarkAsync(order, request, cancellationToken);
        }

        var (isRunning, _) = await executions.FindAsync(order.OrderId, cancellationToken);
        if (isRunning)
            SettleRules.CheckRunning(order, request.As, known?.Status, time.GetUtcNow());
        await WriteDownAsync(order, request, cancellationToken);
        if (!isRunning)
            await EndAsync(order, request.As);
        else if (order.ReviewToken is not null)
            await resume.RunAsync(order.OrderId, request.By, request.Why);
        await CloseMattersAsync(order.OrderId, cancellationToken);
        return isRunning ? SettleOutcome.Kept : SettleOutcome.Settled;
    }

    /// <summary>What KakaoPay says; null where it does not say.</summary>
    private async Task<OrderResponse?> KnownAsync(Order order, string tid, CancellationToken cancellationToken)
    {
        try
        {
            return await _inquiry.AskAsync(order, tid, cancellationToken) is { Status.IsKnown: true } known ? known : null;
        }
        catch (PaymentInDoubtException)
        {
            return null;
        }
    }

    private async Task CloseMattersAsync(string orderId, CancellationToken cancellationToken)
    {
        await _attention.CloseAsync(AttentionKind.PaymentInDoubt, orderId, cancellationToken);
        await _attention.CloseAsync(AttentionKind.RefundStuck, orderId, cancellationToken);
    }

    private async Task EndAsync(Order order, string settledAs)
    {
        if (settledAs == SettledAs.Captured)
        {
            await commit.RunAsync(order.OrderId, approvalId: null);
            return;
        }
        await new ReleasePoints(table, time).RunAsync(
            order.OrderId, settledAs == SettledAs.Refunded ? OrderStatus.Refunded : OrderStatus.Declined, EndReason.SettledByHand);
    }

    private async Task WriteDownAsync(Order order, SettleRequest request, CancellationToken cancellationToken)
    {
        if (order.SettledAs == request.As)
            return;
        var condition = request.As == SettledAs.Captured ? "#status = :status AND attribute_not_exists(withdrawnAt)" : "#status = :status";
        await UpdateAsync(order, request, "", condition, cancellationToken);
    }

    private async Task<SettleOutcome> UnmarkAsync(Order order, SettleRequest request, CancellationToken cancellationToken)
    {
        if (order.SettledAs != request.As)
            await UpdateAsync(order, request, ", moneyCheckedAt = :now REMOVE openStatus", "#status = :status AND openStatus = :mark", cancellationToken);
        else
            await RemoveMarkAsync(order, cancellationToken);
        await CloseMattersAsync(order.OrderId, cancellationToken);
        return SettleOutcome.Settled;
    }

    private async Task UpdateAsync(Order order, SettleRequest request, string more, string condition, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":as"] = Attributes.Text(request.As),
            [":by"] = Attributes.Text(request.By),
            [":why"] = Attributes.Text(request.Why),
            [":status"] = Attributes.Text(order.Status),
            [":entry"] = OperatorAction.Entry(now, request.By, request.Why, "settled", Attributes.Text(request.As)),
            [":none"] = OperatorAction.None,
        };
        if (more.Length > 0)
            (values[":now"], values[":mark"]) = (Attributes.Instant(now), Attributes.Text(OpenMark.MoneyUnchecked));
        if (order.SettledAs is { } earlier)
            values[":earlier"] = Attributes.Text(earlier);
        if (order.CancelSentAt is { } sent)
            values[":sent"] = Attributes.Instant(sent);
        var unchanged = (order.SettledAs is null ? "attribute_not_exists(settledAs)" : "settledAs = :earlier")
            + (order.CancelSentAt is null ? " AND attribute_not_exists(cancelSentAt)" : " AND cancelSentAt = :sent");
        await ChangeAsync(
            order, $"SET settledAs = :as, settledBy = :by, settledWhy = :why, {OperatorAction.Append}{more}",
            $"{unchanged} AND {condition}", values, hasStatus: true, cancellationToken);
    }

    /// <summary>The word of an ended order's open days, which its end has not used up.</summary>
    private Task RemoveMarkAsync(Order order, CancellationToken cancellationToken) => ChangeAsync(
        order, "SET moneyCheckedAt = :now REMOVE openStatus", "openStatus = :mark",
        new(StringComparer.Ordinal)
        {
            [":now"] = Attributes.Instant(time.GetUtcNow()),
            [":mark"] = Attributes.Text(OpenMark.MoneyUnchecked),
        },
        hasStatus: false, cancellationToken);

    private async Task ChangeAsync(
        Order order, string update, string condition, Dictionary<string, AttributeValue> values, bool hasStatus, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateAsync(
                new Update
                {
                    Key = ItemKey.Order(order.OrderId).ToAttributes(),
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = hasStatus ? new(StringComparer.Ordinal) { ["#status"] = "status" } : null,
                    ExpressionAttributeValues = values,
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new OrderConflictException(order.OrderId);
        }
    }
}
