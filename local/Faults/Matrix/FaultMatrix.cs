using KakaoWorkflow.Invariants;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Local.Faults.Injection;
using KakaoWorkflow.Local.Faults.Play;

namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>Plays scenarios, each with each fault of each of its calls, and checks what is left.</summary>
internal sealed class FaultMatrix(VirtualCafe cafe)
{
    /// <summary>It asks for the orders under each mark.</summary>
    private const int CallsOfALook = 7;

    private int _visits;

    /// <summary>All faults of all calls that a scenario makes when nothing else fails. The calls are recorded, so a new one is covered at once.</summary>
    public async Task<IReadOnlyList<Fault>> FaultsOfAsync(FaultScenario scenario)
    {
        var run = await PlayAsync(scenario, null);
        if (run.End != scenario.End || run.Problems.Count > 0)
            throw new InvalidOperationException($"Without any fault, this must end {scenario.End}. {run}");
        return
        [
            .. from call in WithoutRepeatedLooks(run.Calls)
               where scenario.Faults.All(fault => fault.Call != call)
               from kind in Fault.KindsOf(call)
               select new Fault(call, kind),
        ];
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

    /// <summary>Plays a scenario with a fault, lets everything recover, and checks.</summary>
    public async Task<PlayedRun> PlayAsync(FaultScenario scenario, Fault? fault)
    {
        cafe.Injector.Run = FaultRun.None;
        var visit = new Visit(cafe, ++_visits);
        // The functions know the menu for a moment: every run begins without that, and so makes the same calls.
        await visit.WaitAsync(MenuBoard.Freshness * 2);
        await visit.SignUpAsync(scenario.Points);
        var run = new FaultRun([.. scenario.Faults, .. fault is null ? Array.Empty<Fault>() : [fault]])
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
        catch (TimeoutException error)
        {
            problems.Add(error.Message);
        }
        cafe.Injector.Run = FaultRun.None;

        problems.AddRange(await CheckAsync(order));
        await TableBroom.SweepAsync(cafe);
        return new PlayedRun(scenario, fault, fault is not null && run.Struck.Contains(fault), order?.Status ?? "(none)", problems)
        {
            Calls = run.Calls,
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
