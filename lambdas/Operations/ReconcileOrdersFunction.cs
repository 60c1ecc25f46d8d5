using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>Finds orders that stopped moving and repairs them, by the clock or by hand; its rules are in <see cref="ReconcileOrder"/>.</summary>
internal static class ReconcileOrdersFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (table, gateway, time, rules) = (services.Table, services.Gateway, services.Time, services.ReconcileRules);
        var executions = new OrderExecutions(services.StepFunctions, services.StateMachineArn);
        var repair = new ReconcileOrder(
            services.Orders,
            executions,
            services.Callbacks,
            new CarryOnRefund(table, gateway, time),
            new AbandonedOrder(table, gateway, time),
            new OrderInReview(
                table, services.Orders, executions, new ResumeOrder(table, services.StepFunctions, time), rules, time),
            new OrderBoard(table),
            rules,
            time);
        var reconcile = new ReconcileOrders(table, repair, new OrderMatters(table, time), rules, time);
        var progress = new ReconcileProgress(table);
        var watch = new WatchedRun(new AttentionRecords(table, time), AttentionKind.ReconcilerFailed, AttentionKind.Reconciler);
        return JsonFunction.Of<ReconcileCall, ReconcileReport>(services, async (input, context, token) =>
        {
            var report = await watch.RunAsync(() => RunAsync(input.Cursor, token));
            foreach (var order in report.Orders)
                Log.Reconciled(context.Logger, order);
            foreach (var (kind, count) in report.Matters)
                Log.Attention(context.Logger, kind, count);
            return report;
        });

        async Task<ReconcileReport> RunAsync(string? cursor, CancellationToken token)
        {
            await gateway.LookAsync(token);
            var left = await progress.LoadAsync(token);
            // What an earlier version left may be no cursor any more: then the walk begins anew.
            var next = left is not null && reconcile.IsCursor(left) ? left : null;
            var report = await reconcile.RunAsync(cursor ?? next, token);
            if (report.Cursor != left)
                await progress.SaveAsync(report.Cursor, token);
            return report;
        }
    }

    /// <summary>The schedule's own event has none of it.</summary>
    /// <param name="Cursor">Where to begin; null to go on where the last run left off.</param>
    internal sealed record ReconcileCall(string? Cursor = null);
}
