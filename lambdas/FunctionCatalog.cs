using System.Collections.Frozen;
using KakaoWorkflow.Lambdas.Operations;
using KakaoWorkflow.Lambdas.Pages;
using KakaoWorkflow.Lambdas.Queues;
using KakaoWorkflow.Lambdas.Skills;
using KakaoWorkflow.Lambdas.Steps;

namespace KakaoWorkflow.Lambdas;

/// <summary>All functions of the one executable, by the name that <c>_HANDLER</c> gives.</summary>
public static class FunctionCatalog
{
    private static readonly FrozenDictionary<string, Func<FunctionServices, FunctionHandler>> Functions =
        new Dictionary<string, Func<FunctionServices, FunctionHandler>>(StringComparer.Ordinal)
        {
            ["Quote"] = QuoteFunction.Create,
            ["ReservePoints"] = ReservePointsFunction.Create,
            ["PreparePayment"] = PreparePaymentFunction.Create,
            ["AwaitApproval"] = AwaitApprovalFunction.Create,
            ["ApprovePayment"] = ApprovePaymentFunction.Create,
            ["ResolvePayment"] = ResolvePaymentFunction.Create,
            ["CommitOrder"] = CommitOrderFunction.Create,
            ["ReleasePoints"] = ReleasePointsFunction.Create,
            ["RefundPayment"] = RefundPaymentFunction.Create,
            ["AwaitOperator"] = AwaitOperatorFunction.Create,
            ["SignUp"] = SignUpFunction.Create,
            ["PointBalance"] = PointBalanceFunction.Create,
            ["OrderSheet"] = OrderSheetFunction.Create,
            ["OrderSheetWithPoints"] = OrderSheetFunction.CreateWithPoints,
            ["Pay"] = PayFunction.Create,
            ["OrderStatus"] = OrderStatusFunction.Create,
            ["CancelOrder"] = CancelOrderFunction.Create,
            ["PaymentRedirect"] = PaymentRedirectFunction.Create,
            ["SettleCallback"] = SettleCallbackFunction.Create,
            ["OrderEvents"] = OrderEventsFunction.Create,
            ["Board"] = BoardFunction.Create,
            ["MoveOrder"] = MoveOrderFunction.Create,
            ["ReconcileOrders"] = ReconcileOrdersFunction.Create,
            ["DailyReport"] = DailyReportFunction.Create,
            ["RefundOrder"] = RefundOrderFunction.Create,
            ["Attention"] = AttentionFunction.Create,
            ["ResumeOrder"] = ResumeOrderFunction.Create,
            ["SettleOrder"] = SettleOrderFunction.Create,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all functions.</summary>
    public static IReadOnlyCollection<string> Names => Functions.Keys;

    /// <summary>Makes a function ready to be called: its cold start.</summary>
    /// <param name="handler">One of <see cref="Names"/>.</param>
    /// <param name="environment">Its settings, clock and randomness.</param>
    /// <exception cref="UnknownFunctionException">There is no such function.</exception>
    /// <exception cref="MissingVariableException">A setting of this function is missing.</exception>
    public static FunctionHandler Create(string handler, FunctionEnvironment environment)
    {
        if (!Functions.TryGetValue(handler, out var create))
            throw new UnknownFunctionException(handler, Names);
        var services = new FunctionServices(environment);
        return services.Deadline.Bound(create(services));
    }
}
