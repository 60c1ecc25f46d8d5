using KakaoWorkflow.Invariants;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>Plays a member's history by the café's own steps, and checks the invariants of points after each move.</summary>
internal sealed class PointHistory(TestCafe cafe, TestMember member)
{
    private static readonly string[] Checked =
    [
        "points-or-debt", "points-explained-by-orders", "ledger-equals-account", "no-negative-points", "refunds-explain-ledger", "refunds-explain-order",
    ];

    private readonly List<OrderId> _orders = [];
    private TestOrder? _waiting;
    private long _granted;

    /// <summary>What the café has given.</summary>
    public long GrantedPoints => _granted;

    /// <summary>The orders that were paid, in the order of their payment.</summary>
    public IReadOnlyList<OrderId> Orders => _orders;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task PlayAsync(PointMove move)
    {
        switch (move.Kind)
        {
            case PointMoveKind.Buy:
                await ReleaseAsync();
                await PayAsync(0, move.Line);
                break;
            case PointMoveKind.Spend when await SpendableAsync(move.Line) is > 0 and var points:
                await ReleaseAsync();
                await PayAsync(points, move.Line);
                break;
            case PointMoveKind.Hold when await SpendableAsync(move.Line) is > 0 and var points:
                await ReleaseAsync();
                _waiting = await cafe.Stories.ReservedAsync(member, points, move.Line);
                break;
            case PointMoveKind.Release:
                await ReleaseAsync();
                break;
            case PointMoveKind.Cancel when _orders.Count > 0:
                await RefundAsync(_orders[move.Pick % _orders.Count]);
                break;
            case PointMoveKind.RefundInPart when _orders.Count > 0:
                await RefundOneMoreAsync(_orders[move.Pick % _orders.Count]);
                break;
            case PointMoveKind.Grant:
                (await cafe.Steps.Ledger.GrantAsync(member.MemberId, $"gift-{_granted}", move.Pick + 1)).ShouldBeTrue();
                _granted += move.Pick + 1;
                break;
        }
        await CheckAsync();
    }

    /// <summary>The order that waits, if any, ends without a sale.</summary>
    public async Task ReleaseAsync()
    {
        if (_waiting is { } order)
            await cafe.Stories.ReleaseAsync(order, OrderStatus.Cancelled);
        _waiting = null;
    }

    public async Task RefundAsync(OrderId orderId) =>
        (await cafe.Steps.RefundOrder.RunAsync(new RefundRequest(orderId, "kim", "spilled"), Token)).ShouldBeOneOf(RefundOutcome.Settled, RefundOutcome.NothingLeft);

    /// <summary>What the member has: available, held, owed.</summary>
    public async Task<(long Available, long Held, long Debt)> PointsAsync()
    {
        var account = await AccountAsync();
        return (account.AvailablePoints, account.HeldPoints, account.DebtPoints);
    }

    public async Task CheckAsync()
    {
        var lines = await cafe.Steps.Ledger.LinesAsync(member.MemberId);
        var orders = new Dictionary<string, Order>();
        var refunds = new List<Refund>();
        foreach (var orderId in _orders)
        {
            var order = orders[orderId] = await cafe.Services.Orders.GetAsync(orderId, Token);
            for (var number = 1; number <= order.RefundCount; number++)
                refunds.Add(Refund.Read(await cafe.Table.ItemAsync(ItemKey.Refund(orderId, number))));
        }
        var snapshot = new Snapshot
        {
            Accounts = new Dictionary<string, Account> { [member.MemberId] = await AccountAsync() },
            Orders = orders,
            IndexedOpenOrders = new HashSet<string>(),
            Holds = [],
            Ledger = lines,
            Refunds = refunds,
            Payments = new Dictionary<string, PaymentFacts>(),
            Executions = new Dictionary<string, ExecutionFacts>(),
        };
        InvariantChecker.Check(snapshot).Where(violation => Checked.Contains(violation.Invariant)).Select(violation => violation.ToString()).ShouldBeEmpty();
    }

    private async Task<Account> AccountAsync() => (await cafe.Services.Accounts.FindAsync(member.MemberId))!;

    private async Task<long> SpendableAsync(OrderLine line)
    {
        var account = await AccountAsync();
        // The order that waits is released before, and its points pay the debt first.
        var points = Math.Min(Math.Max(0, account.AvailablePoints + account.HeldPoints - account.DebtPoints), line.TotalWon);
        var restWon = line.TotalWon - points;
        return restWon > 0 && restWon < cafe.Services.Rules.MinPaymentWon ? line.TotalWon - cafe.Services.Rules.MinPaymentWon : points;
    }

    private async Task PayAsync(long points, OrderLine line) => _orders.Add((await cafe.Stories.PaidAsync(member, points, line)).OrderId);

    private async Task RefundOneMoreAsync(OrderId orderId)
    {
        var order = await cafe.Services.Orders.GetAsync(orderId, Token);
        var already = order.RefundedQuantities is [var quantity] ? (int)quantity : 0;
        if (already < order.Lines[0].Quantity)
        {
            (await cafe.Steps.RefundOrder.RunAsync(new RefundRequest(orderId, "kim", "spilled") { Line = 1, Quantity = already + 1 }, Token))
                .ShouldBe(RefundOutcome.Settled);
        }
    }
}
