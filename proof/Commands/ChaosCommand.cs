using System.CommandLine;
using KakaoWorkflow.Proof.Chaos;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>Plays random schedules of customers, faults and kills.</summary>
internal static class ChaosCommand
{
    private const int MaxOrders = 1_000_000;
    private const int RoundOrders = 100;
    private const int MaxShrinks = 200;

    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = $"How many orders, 1 to {MaxOrders}.", DefaultValueFactory = _ => 1_000, HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "Decides everything that is planned.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var round = new Option<int?>("--round") { Description = "Plays only this round of the seed, from 1.", HelpName = "R" };
        var file = new Option<FileInfo>("--schedule") { Description = "Plays the schedule of a file, as a failing run leaves it.", HelpName = "FILE" };
        orders.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxOrders)
                result.AddError($"--orders must be 1 to {MaxOrders}.");
        });
        round.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--round is counted from 1.");
        });
        file.AcceptExistingOnly();
        var command = new Command("chaos", "Plays random customers, faults and kills on virtual time, and checks the invariants after each round.")
        {
            orders, seed, round, file,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(file) is { } path)
                return await PlayFileAsync(path, cancellationToken);
            var plan = new ChaosPlan(arguments.GetValue(seed), arguments.GetValue(orders), RoundOrders);
            return await PlayAsync(plan, arguments.GetValue(round), cancellationToken);
        });
        return command;
    }

    private static async Task<int> PlayAsync(ChaosPlan plan, int? only, CancellationToken cancellationToken)
    {
        if (only > plan.Rounds)
        {
            await Console.Error.WriteLineAsync($"--round: there are {plan.Rounds} rounds.");
            return 1;
        }
        Console.WriteLine($"seed {plan.Seed}, {plan.Orders} orders in {plan.Rounds} rounds, schedule {plan.Digest()}");
#pragma warning disable RS0030 // the composition root names the system's clock
        var progress = LongRun.OnConsole("chaos", "orders", TimeProvider.System);
#pragma warning restore RS0030
        var run = new ChaosRun(plan, OpenAsync, progress.Count);
        await progress.ShowAsync(() => run.PlayAsync(only is { } one ? [one] : [.. Enumerable.Range(1, plan.Rounds)], cancellationToken));
        if (run.Failure is { } failure)
            await ExplainAsync(plan, failure.Round, failure.Outcome);
        foreach (var line in run.Report.Lines())
            Console.WriteLine(line);
        return run.Report is { Orders: > 0, Violations: 0 } ? 0 : 1;
    }

    private static async Task ExplainAsync(ChaosPlan plan, int round, ChaosOutcome outcome)
    {
        foreach (var problem in outcome.Problems)
            Console.WriteLine($"VIOLATED in round {round}: {problem}");
        Console.WriteLine($"again: chaos --seed {plan.Seed} --orders {plan.Orders} --round {round}");
        await using var cafe = await OpenAsync();
        var play = new ChaosRound(cafe);
        var spelt = ScheduleShrinker.Spell(plan.Round(round), outcome.Struck);
        var smallest = await ScheduleShrinker.ShrinkAsync(spelt, async smaller => (await play.PlayAsync(smaller)).Problems.Count > 0, MaxShrinks);
        var path = $"chaos-{plan.Seed}-{round}.json";
        await File.WriteAllTextAsync(path, smallest.ToJson());
        Console.WriteLine($"smallest that still fails: {smallest.Orders} orders, {smallest.Faults.Count} faults; chaos --schedule {path}");
    }

    private static async Task<int> PlayFileAsync(FileInfo file, CancellationToken cancellationToken)
    {
        ChaosSchedule schedule;
        try
        {
            schedule = ChaosSchedule.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        }
        catch (System.Text.Json.JsonException error)
        {
            await Console.Error.WriteLineAsync($"--schedule: {error.Message}");
            return 1;
        }
        await using var cafe = await OpenAsync();
        var (report, outcome) = (new ChaosReport(), await new ChaosRound(cafe).PlayAsync(schedule));
        report.Add(schedule, outcome);
        foreach (var problem in outcome.Problems)
            Console.WriteLine($"VIOLATED: {problem}");
        foreach (var line in report.Lines())
            Console.WriteLine(line);
        return outcome.Problems.Count == 0 ? 0 : 1;
    }

    private static Task<VirtualCafe> OpenAsync()
    {
#pragma warning disable RS0030 // the composition root names the system's clock
        return VirtualCafe.OpenAsync(TimeProvider.System);
#pragma warning restore RS0030
    }
}
