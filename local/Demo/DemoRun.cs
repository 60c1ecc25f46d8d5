using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Invariants;
using Spectre.Console;

namespace KakaoWorkflow.Local.Demo;

/// <summary>Plays all scenarios against a running café, shows what became of each order, and checks the invariants at the end.</summary>
/// <param name="cafe">The café.</param>
/// <param name="random">Gives each customer a number and a key of their own.</param>
/// <param name="console">Where it is shown.</param>
internal sealed class DemoRun(Cafe cafe, IRandomSource random, IAnsiConsole console)
{
    /// <summary>Plays everything.</summary>
    /// <returns>How many scenarios or invariants went wrong.</returns>
    public async Task<int> PlayAsync(IReadOnlyList<Scenario> scenarios)
    {
        await SampleMenu.OfferAsync(cafe.Menu);

        var failures = 0;
        for (var index = 0; index < scenarios.Count; index++)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{index + 1,2}. {scenarios[index].Name}[/]");
            if (!await PlayAsync(scenarios[index]))
                failures++;
        }
        return failures + await VerifyAsync(cafe, console);
    }

    /// <summary>Checks the invariants on what is there.</summary>
    /// <param name="cafe">The café.</param>
    /// <param name="console">Where the result is shown.</param>
    /// <returns>How many violations there are.</returns>
    public static async Task<int> VerifyAsync(Cafe cafe, IAnsiConsole console)
    {
        var snapshot = await cafe.Snapshots.ReadAsync(CancellationToken.None);
        var violations = InvariantChecker.Check(snapshot);
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]Invariants[/]: {InvariantChecker.All.Count} checked on {snapshot.Orders.Count} orders, {snapshot.Accounts.Count} members, {snapshot.Ledger.Count} ledger lines: {violations.Count} violations");
        foreach (var violation in violations)
            console.MarkupLineInterpolated($"    [red]{violation}[/]");
        return violations.Count;
    }

    private async Task<bool> PlayAsync(Scenario scenario)
    {
        var scene = new Scene(cafe, NewCustomer(), cafe.Time);
        try
        {
            await scene.Customer.SignUpAsync();
            await scenario.Play(scene);
            if (scenario.EndStatus is { } status)
                await EndAsync(scene, status);
            else if (scene.OrderId is not null)
                throw new DemoFailedException("There is an order sheet that must not be.");
            await ShowAsync(scene);
            return true;
        }
#pragma warning disable CA1031 // a scenario that fails is reported, and the others are played
        catch (Exception error)
#pragma warning restore CA1031
        {
            await ShowAsync(scene);
            console.MarkupLineInterpolated($"    [red]FAILED: {error.Message}[/]");
            return false;
        }
    }

    private async Task EndAsync(Scene scene, string status)
    {
        var orderId = scene.OrderId ?? throw new DemoFailedException("There is no order.");
        await scene.UntilAsync(
            async () => (await OrderStory.ReadAsync(cafe, orderId)).Status is not (null or "RUNNING"), $"the execution of {orderId} to end");
        var order = await cafe.Orders.GetAsync(orderId);
        if (order.Status != status)
            throw new DemoFailedException($"Order {orderId} must end {status} and is {order.Status}.");
    }

    private async Task ShowAsync(Scene scene)
    {
        foreach (var note in scene.Notes)
            console.MarkupLineInterpolated($"    [grey]{note.ReplaceLineEndings(" ")}[/]");
        if (scene.OrderId is { } orderId && await cafe.Orders.FindAsync(orderId) is { } order)
        {
            var story = await OrderStory.ReadAsync(cafe, orderId);
            console.MarkupLineInterpolated($"    path    {string.Join(" → ", story.States)}");
            console.MarkupLineInterpolated($"    end     {order.OrderId}: [bold]{order.Status}[/], execution {story.Status}, due {order.AmountDueWon} won, points {order.PointsUsed}");
        }
        var account = await cafe.Accounts.FindAsync(scene.Customer.MemberId);
        foreach (var line in await cafe.Ledger.LinesAsync(scene.Customer.MemberId))
            console.MarkupLineInterpolated($"    ledger  {line.Kind,-8} available {line.AvailableDelta,6:+#;-#;0}  held {line.HeldDelta,6:+#;-#;0}");
        console.MarkupLineInterpolated($"    account available {account?.AvailablePoints ?? 0}, held {account?.HeldPoints ?? 0}");
    }

    private ChatUser NewCustomer()
    {
        Span<byte> digits = stackalloc byte[8];
        random.Fill(digits);
        var number = "010";
        foreach (var digit in digits)
            number += (char)('0' + (digit % 10));
        return new ChatUser(cafe, random.NewGuid().ToString("N"), number);
    }
}
