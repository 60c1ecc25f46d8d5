using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Support.Refunds;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>
/// Plays refunds of orders of one shape. What fails is asked for again, as people do, after the reconciler has had its turn.
/// </summary>
internal sealed class RefundMatrix : IAsyncDisposable
{
    private const int MaxTries = 4;
    private const int MaxReconciles = 4;

    private readonly RefundShape _shape;
    private readonly TestCafe _cafe;
    private readonly RefundingProcess _process;
    private readonly RefundCheck _check;

    private RefundMatrix(RefundShape shape, TestCafe cafe, RefundingProcess process)
    {
        (_shape, _cafe, _process) = (shape, cafe, process);
        _check = new RefundCheck(cafe, shape);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RefundMatrix> OpenAsync(DynoxideServer server, RefundShape shape)
    {
        var cafe = await TestCafe.OpenAsync(server, Token);
        cafe.Variables["POINTS_EARN_WHEN_SPENDING"] = shape.EarnsWhenSpending ? "1" : "0";
        return new RefundMatrix(shape, cafe, await RefundingProcess.StartAsync(cafe));
    }

    public async Task<PlayedRefund> PlayAsync(RefundPlan plan, RefundFault? fault)
    {
        var order = await _shape.PaidAsync(_cafe);
        var requests = plan.Requests(_shape).Select(request => request with { OrderId = order.OrderId }).ToList();
        var isCustomers = requests[0].OnlyBeforePreparation;
        var othersRequest = isCustomers ? new RefundRequest(order.OrderId, "lee", "closing early") : RefundRequest.ByCustomer(order.OrderId);
        var isEverything = fault?.Kind == RefundFaultKind.OtherPartyMeanwhile;
        _process.Wire.Begin(fault, () => _cafe.Steps.RefundOrder.RunAsync(othersRequest, Token));

        var problems = new List<string>();
        foreach (var request in requests)
        {
            _cafe.Time.Advance(TimeSpan.FromSeconds(1));
            if (await AskAsync(request) is { } problem)
                problems.Add(problem);
        }
        var calls = _process.Wire.Calls;
        await _process.Wire.ReleaseLateAsync();
        await ReconcileAsync(order.OrderId);

        var expected = isEverything ? [.. _shape.Lines.Select(line => (long)line.Quantity)] : plan.RefundedOf(_shape);
        problems.AddRange(await _check.RunAsync(order, expected));
        await TableBroom.SweepAsync(_cafe.Table.Client, _cafe.Table.Name);
        return new PlayedRefund(_shape, plan, fault, calls, problems);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Dispose();
        await _cafe.DisposeAsync();
    }

    /// <returns>Why it does not come to a good end; null when it does.</returns>
    private async Task<string?> AskAsync(RefundRequest request)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            try
            {
                if (await _process.Refund.RunAsync(request, Token) != RefundOutcome.UnderWay)
                    return null;
            }
            catch (RefundRefusedException error)
            {
                return error.Reason is RefundRefusal.TooMany or RefundRefusal.NoSuchLine ? null : error.Message;
            }
            catch (RefundMismatchException error)
            {
                return error.Message;
            }
            catch (InjectedFaultException)
            {
                _process.Wire.Revive();
            }
            await ReconcileAsync(request.OrderId);
        }
        return $"{request} does not end";
    }

    private async Task ReconcileAsync(OrderId orderId)
    {
        for (var runs = 0; runs < MaxReconciles && (await _cafe.Services.Orders.GetAsync(orderId, Token)).OpenRefund is not null; runs++)
        {
            _cafe.Time.Advance(new ReconcileRules().RefundPatience);
            await _cafe.Steps.Reconcile().RunAsync(null, Token);
        }
    }
}
