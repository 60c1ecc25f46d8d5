using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Placing;
using KakaoWorkflow.Points;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Review;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Everything that moves an order, new for each use: no step may count on what an earlier run of it remembers.</summary>
internal sealed class TestSteps(TestCafe cafe)
{
    public IssueOrderSheet IssueSheet => new(
        cafe.Services.Sheets, cafe.Services.OrderIds, cafe.Services.Menu, cafe.Services.Rules, cafe.Time);

    public PlaceOrder Place => new(
        cafe.Services.Orders, cafe.Services.Sheets, cafe.Services.Accounts, cafe.Services.StepFunctions,
        cafe.Services.StateMachineArn, cafe.Time);

    public QuoteOrder Quote => new(cafe.Services.Table, cafe.Services.Menu, cafe.Services.Rules, cafe.Time);

    public ReservePoints Reserve => new(cafe.Services.Table, cafe.Time);

    public PreparePayment Prepare => new(cafe.Services.Gateway, cafe.Services.PayLinks, cafe.Time);

    public AwaitApproval Await => new(cafe.Services.Table, cafe.Services.Callbacks, cafe.Time);

    public ApprovePayment Approve => new(cafe.Services.Table, cafe.Services.Gateway);

    public ResolvePayment Resolve => new(cafe.Services.Table, cafe.Services.Gateway, cafe.Time);

    public CommitOrder Commit => new(cafe.Services.Table, cafe.Services.Rules, cafe.Time);

    public ReleasePoints Release => new(cafe.Services.Table, cafe.Time);

    public RefundPayment Refund => new(cafe.Services.Table, cafe.Services.Gateway, cafe.Time);

    public AwaitOperator AwaitOperator => new(cafe.Services.Table, cafe.Time);

    public ResumeOrder Resume => new(cafe.Services.Table, cafe.Services.StepFunctions, cafe.Time);

    public ParkCallback Park => new(cafe.Services.Table, cafe.Services.Callbacks, cafe.Time);

    public SettleCallback Settle => new(
        cafe.Services.Table, cafe.Services.Callbacks, cafe.Services.Gateway, cafe.Services.StepFunctions);

    public OrderBoard Board => new(cafe.Services.Table);

    public MoveOrder Move => new(cafe.Services.Table, cafe.Time);

    public ReadBoard ReadBoard => new(cafe.Services.Table, cafe.Time);

    public Ledger Ledger => new(cafe.Services.Table, cafe.Time);
}
