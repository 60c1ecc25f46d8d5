using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Makes schedules smaller, so that what a failing one needs to fail is all that is left of it.</summary>
internal static class ScheduleShrinker
{
    /// <summary>Schedules that are a little smaller, the smallest first.</summary>
    public static IEnumerable<ChaosSchedule> Smaller(ChaosSchedule schedule)
    {
        if (schedule.Customers.Count > 2)
        {
            var half = schedule.Customers.Count / 2;
            yield return schedule with { Customers = [.. schedule.Customers.Take(half)] };
            yield return schedule with { Customers = [.. schedule.Customers.Skip(half)] };
        }
        foreach (var customers in Without(schedule.Customers).Where(customers => customers.Count > 0))
            yield return schedule with { Customers = customers };
        if (schedule.Law is { } law)
        {
            yield return schedule with { Law = null };
            // The law strikes what is below its threshold, so a lower one strikes a part of the same calls.
            if (law.PerTenThousand > 1)
                yield return schedule with { Law = law with { PerTenThousand = law.PerTenThousand / 2 } };
        }
        if (schedule.Faults.Count > 2)
        {
            var half = schedule.Faults.Count / 2;
            yield return schedule with { Faults = [.. schedule.Faults.Take(half)] };
            yield return schedule with { Faults = [.. schedule.Faults.Skip(half)] };
        }
        foreach (var faults in Without(schedule.Faults))
            yield return schedule with { Faults = faults };
        for (var index = 0; index < schedule.Customers.Count; index++)
        {
            foreach (var customer in Smaller(schedule.Customers[index]))
                yield return schedule with { Customers = [.. schedule.Customers.Select((each, at) => at == index ? customer : each)] };
        }
    }

    /// <summary>Names the faults one by one that struck when a schedule with a law was played, so that they can be left out one by one.</summary>
    public static ChaosSchedule Spell(ChaosSchedule schedule, IReadOnlyList<Fault> struck) => schedule with { Law = null, Faults = [.. struck.Distinct()] };

    /// <summary>Looks for the smallest schedule that still fails.</summary>
    /// <param name="failing">One that fails.</param>
    /// <param name="failsAsync">Plays one and says whether it fails.</param>
    /// <param name="maxTries">How many are played at most.</param>
    public static async Task<ChaosSchedule> ShrinkAsync(ChaosSchedule failing, Func<ChaosSchedule, Task<bool>> failsAsync, int maxTries)
    {
        var (smallest, tries) = (failing, 0);
        for (var found = true; found && tries < maxTries;)
        {
            found = false;
            foreach (var smaller in Smaller(smallest))
            {
                if (++tries > maxTries)
                    break;
                if (!await failsAsync(smaller))
                    continue;
                (smallest, found) = (smaller, true);
                break;
            }
        }
        return smallest;
    }

    private static IEnumerable<CustomerPlan> Smaller(CustomerPlan customer)
    {
        foreach (var errands in Without(customer.Errands).Where(errands => errands.Count > 0))
            yield return customer with { Errands = errands };
        for (var index = 0; index < customer.Errands.Count; index++)
        {
            foreach (var errand in Smaller(customer.Errands[index]))
                yield return customer with { Errands = [.. customer.Errands.Select((each, at) => at == index ? errand : each)] };
        }
    }

    private static IEnumerable<Errand> Smaller(Errand errand)
    {
        if (errand.BadDay is not null)
            yield return errand with { BadDay = null };
        if (errand.Cafe != CafeMove.None)
            yield return errand with { Cafe = CafeMove.None };
        if (errand.Points is not null)
            yield return errand with { Points = null };
        if (errand.Quantity > 1)
            yield return errand with { Quantity = 1 };
        if (errand.Conduct != Conduct.Pays)
            yield return errand with { Conduct = Conduct.Pays };
    }

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(IReadOnlyList<T> (left) => [.. items.Where((_, index) => index != left)]);
}
