using KakaoWorkflow.Board;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>Finds orders that stopped moving and repairs them, by the clock or by hand; its rules are in <see cref="ReconcileOrder"/>.</summary>
internal static class ReconcileOrdersFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (table, kakaoPay, time, rules) = (services.Table, services.KakaoPay, services.Time, new ReconcileRules());
        var repair = new ReconcileOrder(
            services.Orders,
            new OrderExecutions(services.StepFunctions, services.StateMachineArn),
            services.Callbacks,
            new CarryOnRefund(table, kakaoPay, time),
            new AbandonedOrder(table, kakaoPay, time),
            new OrderBoard(table),
            rules,
            time);
        var reconcile = new ReconcileOrders(table, repair, rules, time);
        var progress = new ReconcileProgress(table);
        return JsonFunction.Of<ReconcileCall, ReconcileReport>(async (input, context) =>
        {
            await services.SetUp.LookAsync(kakaoPay, CancellationToken.None);
            var left = await progress.LoadAsync(CancellationToken.None);
            // What an earlier version left may be no cursor any more: then the walk begins anew.
            var next = left is not null && reconcile.IsCursor(left) ? left : null;
            var report = await reconcile.RunAsync(input.Cursor ?? next, CancellationToken.None);
            if (report.Cursor != left)
                await progress.SaveAsync(report.Cursor, CancellationToken.None);
            foreach (var order in report.Orders)
                Log.Reconciled(context.Logger, order);
            return report;
        });
    }
}
