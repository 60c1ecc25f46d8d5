using System.Globalization;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Menu;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Draws schedules. The same seed gives the same schedule.</summary>
internal static class ScheduleGenerator
{
    private const int MaxErrands = 3;
    private const int SoldOutOneIn = 20;
    private const int MaxQuantity = 4;
    private const int MaxThinkSeconds = 40;
    private const int MaxWelcomePoints = 9_000;
    private const int RoundSeconds = 1_800;
    private const int FaultsPerTenThousand = 150;

    private static readonly IReadOnlyList<MenuItem> OnSale = [.. SampleMenu.Items.Where(item => !item.SoldOut)];
    private static readonly IReadOnlyList<MenuItem> SoldOut = [.. SampleMenu.Items.Where(item => item.SoldOut)];

    private static readonly Local.KakaoPay.Faults.FaultKind[] ApproveFaults =
    [
        Local.KakaoPay.Faults.FaultKind.Decline, Local.KakaoPay.Faults.FaultKind.UserLocked, Local.KakaoPay.Faults.FaultKind.BankUnknown,
        Local.KakaoPay.Faults.FaultKind.TimeoutBeforeCapture, Local.KakaoPay.Faults.FaultKind.TimeoutAfterCapture,
        Local.KakaoPay.Faults.FaultKind.ServerErrorBeforeCapture, Local.KakaoPay.Faults.FaultKind.ServerErrorAfterCapture,
        Local.KakaoPay.Faults.FaultKind.Zombie, Local.KakaoPay.Faults.FaultKind.AmountMismatch,
    ];

    private static readonly Local.KakaoPay.Faults.FaultKind[] CancelFaults =
    [
        Local.KakaoPay.Faults.FaultKind.Decline, Local.KakaoPay.Faults.FaultKind.TimeoutBeforeCapture, Local.KakaoPay.Faults.FaultKind.TimeoutAfterCapture,
        Local.KakaoPay.Faults.FaultKind.ServerErrorBeforeCapture, Local.KakaoPay.Faults.FaultKind.ServerErrorAfterCapture,
    ];

    /// <summary>A schedule.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="orders">How many orders it has, at least 1.</param>
    public static ChaosSchedule Draw(ulong seed, int orders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(orders, 1);
        var dice = new Dice(new SeededRandomSource(seed));
        var customers = new List<CustomerPlan>();
        for (var left = orders; left > 0;)
        {
            var count = Math.Min(left, 1 + dice.Below(MaxErrands));
            left -= count;
            var name = "c" + (customers.Count + 1).ToString(CultureInfo.InvariantCulture);
            var welcomePoints = dice.Chance(4) ? 0 : dice.Below(MaxWelcomePoints);
            customers.Add(new CustomerPlan(name, welcomePoints, [.. Enumerable.Range(0, count).Select(_ => DrawErrand(dice, welcomePoints))]));
        }
        return new ChaosSchedule(customers) { Law = new FaultLaw(dice.Seed(), FaultsPerTenThousand) };
    }

    private static Errand DrawErrand(Dice dice, int welcomePoints)
    {
        var menu = dice.Chance(SoldOutOneIn) ? SoldOut : OnSale;
        var errand = new Errand(
            dice.Below(RoundSeconds),
            menu[dice.Below(menu.Count)].Name,
            1 + dice.Below(MaxQuantity),
            Points: dice.Below(4) switch
            {
                0 => "전부",
                1 => (1 + dice.Below(welcomePoints + (welcomePoints / 10) + 1)).ToString(CultureInfo.InvariantCulture),
                _ => null,
            },
            Conduct: Enum.GetValues<Conduct>()[dice.Below(Enum.GetValues<Conduct>().Length)],
            ThinkSeconds: 1 + dice.Below(MaxThinkSeconds))
        {
            Cafe = Enum.GetValues<CafeMove>()[dice.Below(Enum.GetValues<CafeMove>().Length)],
        };
        return dice.Below(8) switch
        {
            0 or 1 => errand with { BadDay = ApproveFaults[dice.Below(ApproveFaults.Length)], BadDayAt = FaultOperation.Approve },
            2 => errand with { BadDay = CancelFaults[dice.Below(CancelFaults.Length)], BadDayAt = FaultOperation.Cancel },
            _ => errand,
        };
    }
}
