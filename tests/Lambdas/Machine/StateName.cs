namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>The states that rules speak of by name.</summary>
internal static class StateName
{
    public const string Quote = "Quote";
    public const string ReservePoints = "ReservePoints";
    public const string PreparePayment = "PreparePayment";
    public const string AwaitApproval = "AwaitApproval";
    public const string ApprovePayment = "ApprovePayment";
    public const string ResolvePayment = "ResolvePayment";
    public const string PauseBeforeApproval = "PauseBeforeApproval";
    public const string CommitOrder = "CommitOrder";
    public const string AnnounceOrder = "AnnounceOrder";
    public const string RefundPayment = "RefundPayment";
    public const string ReleasePoints = "ReleasePoints";
    public const string AwaitOperator = "AwaitOperator";
    public const string ResumeFailedStep = "ResumeFailedStep";
}
