using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Placing;
using KakaoWorkflow.Points;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Review;
using KakaoWorkflow.Settlement;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>
/// Everything that moves an order or looks after it, on the functions' own services and new for each use: no step may count on what
/// an earlier run of it remembers.
/// </summary>
internal sealed class TestSteps(FunctionServices services)
{
    public IssueOrderSheet IssueSheet => new(services.Sheets, services.OrderIds, services.Menu, services.Rules, Time);

    public PlaceOrder Place => new(
        services.Orders, services.Sheets, services.Accounts, services.StepFunctions, services.StateMachineArn, Time);

    public QuoteOrder Quote => new(Table, services.Menu, services.Rules, Time);

    public ReservePoints Reserve => new(Table, Time);

    public PreparePayment Prepare => new(services.Gateway, services.PayLinks, Time);

    public AwaitApproval Await => new(Table, services.Callbacks, Time);

    public ApprovePayment Approve => new(Table, services.Gateway);

    public ResolvePayment Resolve => new(Table, services.Gateway, Time);

    public CommitOrder Commit => new(Table, services.Rules, Time);

    public ReleasePoints Release => new(Table, Time);

    public RefundPayment Refund => new(Table, services.Gateway, Time);

    public AwaitOperator AwaitOperator => new(Table, Time);

    public ResumeOrder Resume => new(Table, services.StepFunctions, Time);

    public ParkCallback Park => new(Table, services.Callbacks, Time);

    public SettleCallback Settle => new(Table, services.Callbacks, services.Gateway, services.StepFunctions);

    public OrderBoard Board => new(Table);

    public MoveOrder Move => new(Table, Time);

    public ReadBoard ReadBoard => new(Table, Time);

    public Ledger Ledger => new(Table, Time);

    public RequestRefund RequestRefund => new(Table, Time);

    public CarryOnRefund CarryOnRefund => new(Table, services.Gateway, Time);

    public RefundOrder RefundOrder => new(Table, services.Gateway, Time);

    public SettleOrder SettleOrder => new(
        Table, services.Gateway, Executions, Resume, Commit, new SettleRefund(Table, CarryOnRefund, Time), Time);

    public ReportDay Report => new(Table, services.Gateway, Time);

    public OrderMatters Matters => new(Table, Time);

    private OrderExecutions Executions => new(services.StepFunctions, services.StateMachineArn);

    private OrderTable Table => services.Table;

    private TimeProvider Time => services.Time;

    public OrderInReview InReview(ReconcileRules rules) => new(Table, services.Orders, Executions, Resume, rules, Time);

    /// <summary>The reconciler's look at one order, to which a late index may lead it at any time.</summary>
    public ReconcileOrder Repair(ReconcileRules rules) => new(
        services.Orders, Executions, services.Callbacks, CarryOnRefund, new AbandonedOrder(Table, services.Gateway, Time),
        InReview(rules), Board, rules, Time);

    public ReconcileOrders Reconcile(ReconcileRules? rules = null) =>
        new(Table, Repair(rules ?? services.ReconcileRules), Matters, rules ?? services.ReconcileRules, Time);
}
