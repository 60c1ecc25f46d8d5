using KakaoWorkflow.Invariants;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Proof.Play;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Plays schedules in one café, one after the other, and checks after each that everything is as it must be.</summary>
internal sealed class ChaosRound(VirtualCafe cafe)
{
    private const int MaxMinutesToRest = 24 * 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private int _visitors;

    /// <summary>Plays a schedule, lets everything recover, checks, and empties the table.</summary>
    public async Task<ChaosOutcome> PlayAsync(ChaosSchedule schedule)
    {
        cafe.Injector.Run = FaultRun.None;
        // The functions know the menu for a moment: every round begins without that, and so makes the same calls.
        await cafe.RunAsync(Task.Delay(MenuBoard.Freshness * 2, cafe.Time));
        var customers = schedule.Customers.Select(plan => (Plan: plan, Number: ++_visitors)).ToList();
        await Task.WhenAll(customers.Select(customer => new Visit(cafe, customer.Number).SignUpAsync(customer.Plan.WelcomePoints)));
        var killsBefore = cafe.Kills;
        var run = new FaultRun(schedule.Strike)
        {
            Subjects = new CallSubjects(customers.ToDictionary(
                customer => new Visit(cafe, customer.Number).Chat.MemberId, customer => customer.Plan.Name, StringComparer.Ordinal)),
        };
        cafe.Injector.Run = run;

        var clerk = new ChaosOperator(cafe);
        var problems = new List<string>();
        using (var goHome = new CancellationTokenSource())
        {
            var working = clerk.RunAsync(goHome.Token);
            try
            {
                await cafe.RunAsync(Task.WhenAll(
                    from customer in customers
                    from errand in customer.Plan.Errands
                    select new ChaosErrand(cafe, new Visit(cafe, customer.Number, movesClock: false), errand).RunAsync()));
                await RestAsync();
                await cafe.Injector.ReleaseZombiesAsync();
                await RestAsync();
            }
            catch (TimeoutException error)
            {
                problems.Add(error.Message);
            }
            await goHome.CancelAsync();
            await cafe.RunAsync(working);
        }
        cafe.Injector.Run = FaultRun.None;

        var snapshot = await cafe.Cafe.Snapshots.ReadAsync(CancellationToken.None);
        problems.AddRange(InvariantChecker.Check(snapshot).Select(violation => violation.ToString()));
        problems.AddRange(snapshot.Orders.Values.SelectMany(Unfinished));
        await TableBroom.SweepAsync(cafe);
        return new ChaosOutcome(
            snapshot.Orders.Values.CountBy(order => order.Status).ToDictionary(), run.Struck, run.Calls.Count, cafe.Kills - killsBefore,
            clerk.Resumed, problems);
    }

    /// <summary>Lets time go by until nothing moves and nothing waits for the reconciler or the operator.</summary>
    /// <exception cref="TimeoutException">That does not come.</exception>
    private async Task RestAsync()
    {
        for (var minute = 0; minute < MaxMinutesToRest; minute++)
        {
            if (await cafe.IsAtRestAsync() && (await cafe.MarkedOrdersAsync()).Count == 0 && (await cafe.MattersAsync()).All(matter => matter.OrderId is null))
                return;
            await cafe.RunAsync(Task.Delay(Minute, cafe.Time));
        }
        var left = await cafe.MarkedOrdersAsync();
        throw new TimeoutException("No rest: " + string.Join(", ", left.Select(order => $"{order.OrderId} {order.Status} {order.OpenStatus} {order.FailedStep}")));
    }

    private static IEnumerable<string> Unfinished(Order order)
    {
        if (order.IsOpen)
            yield return $"{order.OrderId} is still {order.Status}";
        if (order is { Status: OrderStatus.Paid, Preparation: null, RecalledAt: null })
            yield return $"{order.OrderId} is paid, but the cafe does not know of it";
    }
}
