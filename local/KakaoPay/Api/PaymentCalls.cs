using System.Text.Json.Nodes;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Payments;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>
/// The four calls, each as its fault's script has it. They answer null when the script wants silence.
/// </summary>
internal sealed class PaymentCalls(
    PaymentStore store,
    FaultPlan faults,
    PaymentIds ids,
    KakaoPaySimulatorOptions options,
    TimeProvider time,
    ILogger logger)
{
    private readonly CallsInProgress _inProgress = new();

    public async Task<JsonObject?> ReadyAsync(JsonFields fields, string pagesUrl, CancellationToken stopping)
    {
        var call = ReadyCall.Read(fields, options.MaxPaymentWon);
        var script = await faults.TakeScriptAsync(call.OrderId, FaultOperation.Ready);
        return await PlayAsync(script, async () =>
        {
            var payment = Prepare(call);
            await store.AddAsync(script.Strike is null ? payment : script.Strike(payment, payment.CreatedAt));
            logger.PaymentMoved("ready", payment);
            return PaymentAnswers.Ready(payment, pagesUrl);
        }, stopping);
    }

    public async Task<JsonObject?> ApproveAsync(JsonFields fields, CancellationToken stopping)
    {
        var call = ApproveCall.Read(fields);
        return await _inProgress.RunAloneAsync(call.Tid, async () =>
        {
            var script = await TakeScriptAsync(call.Tid, FaultOperation.Approve);
            return await PlayAsync(script, () => ApproveAsync(call, script), stopping);
        });
    }

    public async Task<JsonObject?> OrderAsync(JsonFields fields, CancellationToken stopping)
    {
        var tid = fields.Text("tid", WireLimits.Tid);
        fields.RefuseOthers();
        var script = await TakeScriptAsync(tid, FaultOperation.Order);
        return await PlayAsync(script, async () => PaymentAnswers.Order(await FindAsync(tid), options.Cid), stopping);
    }

    public async Task<JsonObject?> CancelAsync(JsonFields fields, CancellationToken stopping)
    {
        var call = CancelCall.Read(fields);
        return await _inProgress.RunAloneAsync(call.Tid, async () =>
        {
            var script = await TakeScriptAsync(call.Tid, FaultOperation.Cancel);
            return await PlayAsync(script, () => CancelAsync(call, script), stopping);
        });
    }

    private async Task<JsonObject?> ApproveAsync(ApproveCall call, FaultScript script)
    {
        var aid = ids.NewAid();
        var payment = await store.ChangeAsync(call.Tid, (payment, now) =>
        {
            ApproveRules.Check(payment, call, now);
            return script.Reach == FaultReach.Failure
                ? payment with { Stage = WireStatus.FailPayment }
                : payment.With(ApproveRules.Capture(payment, call, aid, now + script.Later, script.OtherWon), now);
        });
        logger.PaymentMoved("approve", payment);
        return payment.IsCaptured ? PaymentAnswers.Approve(payment, options.Cid) : null;
    }

    private async Task<JsonObject?> CancelAsync(CancelCall call, FaultScript script)
    {
        var aid = ids.NewAid();
        var payment = await store.ChangeAsync(call.Tid, (payment, now) =>
            payment.With(CancelRules.Cancel(payment, call, aid, now + script.Later), now));
        logger.PaymentMoved("cancel", payment);
        return payment.Scheduled is null ? PaymentAnswers.Cancel(payment, options.Cid) : null;
    }

    private async Task<JsonObject?> PlayAsync(
        FaultScript script, Func<Task<JsonObject?>> effect, CancellationToken stopping)
    {
        // Only the simulator's own end stops a slow call: KakaoPay works on although the caller has hung up.
        if (script.Delay > TimeSpan.Zero)
            await Task.Delay(script.Delay, time, stopping);
        var answer = script.Reach == FaultReach.Nothing ? null : await effect();
        if (script.Error is not null)
            throw script.Error;
        return script.Silent ? null : answer;
    }

    private async Task<FaultScript> TakeScriptAsync(string tid, FaultOperation operation)
    {
        var payment = await FindAsync(tid);
        var script = await faults.TakeScriptAsync(payment.OrderId, operation);
        if (script.Strike is not null)
            await store.ChangeAsync(tid, script.Strike);
        return script;
    }

    private async Task<Payment> FindAsync(string tid) =>
        await store.FindAsync(tid)
        ?? throw new RefusalException(WireError.NoSuchTransaction, "There is no transaction with this tid.");

    private Payment Prepare(ReadyCall call)
    {
        var now = time.GetUtcNow();
        return new Payment
        {
            Tid = ids.NewTid(),
            PageKey = ids.NewPageKey(),
            PgToken = ids.NewPgToken(),
            OrderId = call.OrderId,
            UserId = call.UserId,
            ItemName = call.ItemName,
            ItemCode = call.ItemCode,
            Quantity = call.Quantity,
            Requested = call.Amount,
            ApprovalUrl = call.ApprovalUrl,
            CancelUrl = call.CancelUrl,
            FailUrl = call.FailUrl,
            OnlyMethod = call.Method,
            InstallMonths = call.InstallMonths,
            CreatedAt = now,
            ExpiresAt = now.AddSeconds(options.PaymentSeconds),
            Stage = WireStatus.Ready,
        };
    }
}
