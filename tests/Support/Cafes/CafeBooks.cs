using KakaoWorkflow.Invariants;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Checks the books of a café.</summary>
internal sealed class CafeBooks(TestCafe cafe)
{
    /// <summary>Each step is called by hand, so an execution may not know of the last ones.</summary>
    private const string NeedsExecutions = "no-order-without-execution";

    private static readonly string[] Money = ["money-equals-status", "one-capture-per-order"];

    public Task<Snapshot> ReadAsync() => new SnapshotReader(
        cafe.Table.Client, cafe.Table.Name, cafe.Services.Gateway, cafe.Services.StepFunctions, TestSettings.StateMachineArn)
        .ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Points, holds, ledger, and orders are in step.</summary>
    public Task BalanceAsync() => CheckAsync([NeedsExecutions, .. Money]);

    /// <summary>As <see cref="BalanceAsync"/>, and KakaoPay has exactly what the orders say.</summary>
    public Task BalanceWithMoneyAsync() => CheckAsync([NeedsExecutions]);

    /// <summary>Everything must be as it always is, each order's execution included.</summary>
    public Task CheckAsync() => CheckAsync([]);

    /// <summary>What KakaoPay has captured and given back for an order, whatever it has told us.</summary>
    public async Task<(long CapturedWon, long CancelledWon)> MoneyAsync(TestOrder order)
    {
        var page = await (await cafe.ServicesAsync()).KakaoPay.Payments.ReadPageAsync(order.OrderId);
        return (page.Payments.Sum(payment => payment.CapturedWon), page.Payments.Sum(payment => payment.CancelledWon));
    }

    /// <summary>What KakaoPay has captured of an order and not given back.</summary>
    public async Task<long> KeptWonAsync(TestOrder order) =>
        await MoneyAsync(order) is var (capturedWon, cancelledWon) ? capturedWon - cancelledWon : 0;

    private async Task CheckAsync(string[] except) => InvariantChecker.Check(await ReadAsync())
        .Where(violation => !except.Contains(violation.Invariant))
        .Select(violation => violation.ToString())
        .ShouldBeEmpty();
}
