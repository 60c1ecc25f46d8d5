using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>A test class whose every test has a <see cref="TestCafe"/>.</summary>
public abstract class CafeTest(DynoxideServer server) : IAsyncLifetime
{
    private protected TestCafe Cafe { get; private set; } = null!;

    private protected TestSteps Steps => Cafe.Steps;

    private protected OrderStories Stories => Cafe.Stories;

    private protected AttentionRecords Attention => new(Cafe.Services.Table, Cafe.Time);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Cafe = await TestCafe.OpenAsync(server, Token);

    public virtual async ValueTask DisposeAsync()
    {
        await Cafe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Order> OrderAsync(OrderId orderId) =>
        Order.Read(await Cafe.Table.ItemAsync(ItemKey.Order(orderId)));

    private protected async Task<string?> HoldAsync(TestOrder order) =>
        (await Cafe.Table.ItemAsync(ItemKey.Hold(order.Member.MemberId, order.OrderId))).OptionalText("state");

    /// <summary>What waits for a person.</summary>
    private protected async Task<IReadOnlyList<AttentionRecord>> MattersAsync() => (await Attention.ListAsync(Token)).Records;

    private protected async Task<IReadOnlyList<string>> MatterSubjectsAsync() =>
        [.. (await MattersAsync()).Select(matter => $"{matter.Kind} {matter.Subject}")];

    private protected async Task<IReadOnlyList<string>> MatterKindsAsync() => [.. (await MattersAsync()).Select(matter => matter.Kind)];

    /// <summary>Does something that must leave the table as it is.</summary>
    private protected async Task UnchangedAsync(Func<Task> act)
    {
        var before = await Cafe.Table.DumpAsync();
        await act();
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    private protected Task<ReconcileReport> ReconcileAsync(ReconcileRules? rules = null) => Steps.Reconcile(rules).RunAsync(null, Token);

    /// <summary>The report of a day, with all the time that it needs.</summary>
    private protected Task<DailyReport> ReportAsync(BookDay day) => Steps.Report.RunAsync(day, DateTimeOffset.MaxValue, Token);

    /// <summary>Available and held points.</summary>
    private protected async Task<(long Available, long Held)> PointsAsync(TestMember member)
    {
        var account = await Cafe.Services.Accounts.FindAsync(member.MemberId);
        return (account!.AvailablePoints, account.HeldPoints);
    }
}
