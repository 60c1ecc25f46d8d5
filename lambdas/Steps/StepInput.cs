using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the state machine calls a step with. Quote and ReservePoints need no more than this; the others have a record of their name.</summary>
/// <param name="OrderId">The order.</param>
internal record StepInput(OrderId OrderId)
{
    private const int StateNameLength = 80;

    internal sealed record PreparePayment(OrderId OrderId, OrderQuote Quote) : StepInput(OrderId);

    /// <summary>What the steps after PreparePayment have in common.</summary>
    internal abstract record OfPayment(OrderId OrderId, PreparedPayment Payment) : StepInput(OrderId), ICheckedInput
    {
        public virtual void Check() => InputField.Payment(Payment);
    }

    internal sealed record AwaitApproval(OrderId OrderId, PreparedPayment Payment, Credential TaskToken) : OfPayment(OrderId, Payment)
    {
        public override void Check()
        {
            base.Check();
            InputField.TaskToken(TaskToken);
        }
    }

    internal sealed record ApprovePayment(OrderId OrderId, OrderQuote Quote, PreparedPayment Payment, bool ApproveSent, int RetryCount)
        : OfPayment(OrderId, Payment);

    internal sealed record ResolvePayment(OrderId OrderId, OrderQuote Quote, PreparedPayment Payment) : OfPayment(OrderId, Payment);

    internal sealed record RefundPayment(OrderId OrderId, PreparedPayment Payment) : OfPayment(OrderId, Payment);

    /// <summary>No approval when points paid for everything.</summary>
    internal sealed record CommitOrder(OrderId OrderId, ApprovedPayment? Approval = null) : StepInput(OrderId), ICheckedInput
    {
        public void Check()
        {
            if (Approval?.Aid is { } aid)
                InputField.Text(aid, "approval.aid", PaymentLimits.IdLength);
        }
    }

    /// <param name="OrderId">The order.</param>
    /// <param name="Ending">Its final status.</param>
    /// <param name="EndReason">Why; executions of earlier versions send none.</param>
    internal sealed record ReleasePoints(OrderId OrderId, string Ending, string? EndReason = null) : StepInput(OrderId);

    internal sealed record AwaitOperator(OrderId OrderId, string FailedStep, CaughtError Error, Credential TaskToken) : StepInput(OrderId), ICheckedInput
    {
        public void Check()
        {
            InputField.Text(FailedStep, "failedStep", StateNameLength);
            InputField.TaskToken(TaskToken);
        }
    }

    /// <summary>An error as the state machine catches it.</summary>
    internal sealed record CaughtError(string Error, string? Cause = null);
}
