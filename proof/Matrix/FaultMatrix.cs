using KakaoWorkflow.Invariants;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Proof.Play;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>Plays scenarios, each with each fault of each of its calls, and checks what is left.</summary>
internal sealed class FaultMatrix(VirtualCafe cafe)
{
    /// <summary>It asks for the orders under each mark.</summary>
    private const int CallsOfALook = 7;

    private int _visits;

    /// <summary>
    /// Plays a scenario in which nothing else fails, and plans what can: every fault of every call. The calls are recorded, so a
    /// new one is covered at once.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="pairs">Whether the faults come in pairs.</param>
    /// <returns>The run, with a problem when it does not end as the scenario says; and the plans.</returns>
    public async Task<(PlayedRun Whole, IReadOnlyList<FaultPlan> Plans)> PlansOfAsync(FaultScenario scenario, bool pairs)
    {
        var run = await PlayAsync(scenario, null);
        if (run.End != scenario.End)
            run = run with { Problems = [$"without any other fault this must end {scenario.End}", .. run.Problems] };
        return (run, [.. FaultPlan.All([.. WithoutRepeatedLooks(run.Calls)], pairs)]);
    }

    /// <summary>
    /// The reconciler looks each minute, as a rule in vain: of all those looks, the calls of the first and of the last one are
    /// kept, besides whatever it does about an order.
    /// </summary>
    private static IEnumerable<CallName> WithoutRepeatedLooks(IReadOnlyList<CallName> calls)
    {
        var looks = calls.Where(call => call is { Function: "ReconcileOrders", Operation: "Query" or "GetItem" }).ToLookup(call => call.Operation);
        var kept = looks.SelectMany(operation => operation.Take(CallsOfALook).Concat(operation.TakeLast(CallsOfALook))).ToHashSet();
        return calls.Where(call => !looks[call.Operation].Contains(call) || kept.Contains(call));
    }

    /// <summary>Plays a scenario, lets everything recover, and checks.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">What goes wrong; null for nothing but what belongs to the scenario.</param>
    public async Task<PlayedRun> PlayAsync(FaultScenario scenario, FaultPlan? plan)
    {
        cafe.Injector.Run = FaultRun.None;
        var visit = new Visit(cafe, ++_visits);
        // The functions know the menu for a moment: every run begins without that, and so makes the same calls.
        await visit.WaitAsync(MenuBoard.Freshness * 2);
        await visit.SignUpAsync(scenario.Points);
        var law = new PlanLaw(scenario, plan);
        var run = new FaultRun(law.Strike)
        {
            Interruption = scenario.Interruption is { } interruption ? (interruption.Call, () => interruption.Run(visit)) : null,
        };
        cafe.Injector.Run = run;

        var problems = new List<string>();
        Order? order = null;
        try
        {
            await scenario.Play(visit);
            order = await visit.EndAsync(scenario.Reloads);
            await cafe.Injector.ReleaseZombiesAsync();
            order = await visit.EndAsync(scenario.Reloads);
        }
#pragma warning disable CA1031 // whatever ends one run is that run's problem; the others are played
        catch (Exception error) when (error is not OperationCanceledException)
        {
            problems.Add(error is TimeoutException ? error.Message : error.ToString());
        }
#pragma warning restore CA1031
        cafe.Injector.Run = FaultRun.None;

        problems.AddRange(await CheckAsync(order));
        await TableBroom.SweepAsync(cafe);
        return new PlayedRun(new PlannedRun(scenario, plan), law.HasStruck, order?.Status ?? "(none)", problems)
        {
            Calls = run.Calls,
            Struck = [.. run.Struck.Except(scenario.Faults)],
            Visit = visit,
        };
    }

    private async Task<IEnumerable<string>> CheckAsync(Order? order)
    {
        var snapshot = await cafe.Cafe.Snapshots.ReadAsync(CancellationToken.None);
        var problems = InvariantChecker.Check(snapshot).Select(violation => violation.ToString()).ToList();
        problems.AddRange(snapshot.Orders.Values.Where(open => open.IsOpen).Select(open => $"{open.OrderId} is still {open.Status}"));
        if (order is { Status: OrderStatus.Paid, Preparation: null })
            problems.Add($"{order.OrderId} is paid, but the cafe does not know of it");
        return problems;
    }
}
