using KakaoWorkflow.Lambdas.Steps;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>
/// What an execution owes its customer at some point: commit or compensate. It follows each step's contract, as the
/// documentation of the step's exceptions states it, and says when a state is entered that must not be.
/// </summary>
/// <param name="Money">What became of the money.</param>
/// <param name="Points">What became of the points.</param>
/// <param name="ApprovalMayBeSent">Whether ApprovePayment has been entered before.</param>
internal readonly record struct Promise(Money Money, Points Points, bool ApprovalMayBeSent)
{
    /// <summary>What may not be done in this situation; empty when all is well.</summary>
    /// <param name="state">The state that is entered.</param>
    /// <param name="isFree">Whether points pay for the whole order.</param>
    /// <param name="input">What its function is given; null when that cannot be read.</param>
    public IEnumerable<(FindingKind Kind, string Problem)> Enter(string state, bool isFree, object? input)
    {
        switch (state)
        {
            case StateName.PreparePayment or StateName.AwaitApproval or StateName.ApprovePayment when Points != Points.Held:
                yield return (FindingKind.Points, $"a payment goes on while points are {Points}");
                break;
            case StateName.ApprovePayment when Money is not (Money.None or Money.InDoubt):
                yield return (FindingKind.Money, $"another capture while the money is {Money}");
                break;
            case StateName.ApprovePayment when ApprovalMayBeSent && input is StepInput.ApprovePayment { ApproveSent: false }:
                yield return (FindingKind.Approval, "the approval may have been sent before, and the function is not told");
                break;
            case StateName.CommitOrder when Money is not (Money.Captured or Money.Kept) && !(isFree && Money == Money.None):
                yield return (FindingKind.Money, $"a commit while the money is {Money}");
                break;
            case StateName.CommitOrder when Points != Points.Held && Money != Money.Kept:
                yield return (FindingKind.Points, $"a commit while points are {Points}");
                break;
            case StateName.AnnounceOrder when Money != Money.Kept:
                yield return (FindingKind.Money, $"an announcement while the money is {Money}");
                break;
            case StateName.RefundPayment when Money != Money.ToReturn:
                yield return (FindingKind.Money, $"a refund while the money is {Money}");
                break;
            case StateName.ReleasePoints when Money != Money.None:
                yield return (FindingKind.Money, $"a release of points while the money is {Money}");
                break;
            case StateName.ReleasePoints when Points == Points.Settled:
                yield return (FindingKind.Points, "a second release of points");
                break;
        }
    }

    /// <summary>What is true after a state.</summary>
    /// <param name="state">The state that is left.</param>
    /// <param name="error">The error that was caught; null for success.</param>
    public Promise After(string state, string? error) => state switch
    {
        StateName.ReservePoints => this with { Points = AfterReservation(error) },
        StateName.ApprovePayment => this with { Money = AfterApproval(error), ApprovalMayBeSent = true },
        StateName.ResolvePayment => this with { Money = AfterInquiry(error) },
        StateName.CommitOrder when error is null => this with { Money = Money.Kept, Points = Points.Settled },
        StateName.CommitOrder when error == nameof(CommitImpossibleException) && Money == Money.Captured =>
            this with { Money = Money.ToReturn },
        StateName.RefundPayment when error is null => this with { Money = Money.None },
        StateName.ReleasePoints when error is null => this with { Points = Points.Settled },
        _ => this,
    };

    /// <summary>What is still owed when the execution ends here.</summary>
    public IEnumerable<(FindingKind Kind, string Problem)> End()
    {
        if (Money is not (Money.None or Money.Kept))
            yield return (FindingKind.Money, $"the execution ends while the money is {Money}");
        if (Points is not (Points.Free or Points.Settled))
            yield return (FindingKind.Points, $"the execution ends while points are {Points}");
    }

    private Points AfterReservation(string? error) => error switch
    {
        null => Points.Held,
        nameof(OrderRejectedException) => Points.Free,
        _ => Points == Points.Free ? Points.Possible : Points,
    };

    private static Money AfterApproval(string? error) => error switch
    {
        null => Money.Captured,
        nameof(PaymentDeclinedException) or nameof(PaymentExpiredException) or nameof(PgTokenRefusedException)
            or nameof(OrderWithdrawnException) => Money.None,
        nameof(ApprovedAmountMismatchException) => Money.ToReturn,
        _ => Money.InDoubt,
    };

    private Money AfterInquiry(string? error) => error switch
    {
        null => Money.Captured,
        nameof(PaymentDeclinedException) or nameof(PaymentExpiredException) or nameof(PaymentGivenBackException)
            or nameof(OrderWithdrawnException) => Money.None,
        nameof(ApprovedAmountMismatchException) => Money.ToReturn,
        _ => Money,
    };
}
