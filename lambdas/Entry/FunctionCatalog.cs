using System.Collections.Frozen;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Lambdas.Operations;
using KakaoWorkflow.Lambdas.Pages;
using KakaoWorkflow.Lambdas.Queues;
using KakaoWorkflow.Lambdas.Skills;
using KakaoWorkflow.Lambdas.Steps;

namespace KakaoWorkflow.Lambdas.Entry;

/// <summary>All functions of the one executable, by the name that <c>_HANDLER</c> gives.</summary>
public static class FunctionCatalog
{
    private static readonly FrozenDictionary<string, Func<FunctionServices, FunctionHandler>> Functions =
        new Dictionary<string, Func<FunctionServices, FunctionHandler>>(StringComparer.Ordinal)
        {
            ["Quote"] = StepFunctions.Quote,
            ["ReservePoints"] = StepFunctions.ReservePoints,
            ["PreparePayment"] = StepFunctions.PreparePayment,
            ["AwaitApproval"] = StepFunctions.AwaitApproval,
            ["ApprovePayment"] = StepFunctions.ApprovePayment,
            ["ResolvePayment"] = StepFunctions.ResolvePayment,
            ["CommitOrder"] = StepFunctions.CommitOrder,
            ["ReleasePoints"] = StepFunctions.ReleasePoints,
            ["RefundPayment"] = StepFunctions.RefundPayment,
            ["AwaitOperator"] = StepFunctions.AwaitOperator,
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
            ["Board"] = BoardFunctions.Board,
            ["MoveOrder"] = BoardFunctions.MoveOrder,
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
        var services = new FunctionServices(environment, new LambdaSerializer());
        return services.Deadline.Bound(create(services));
    }
}
