using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>Whatever brings points to a member pays his debt first.</summary>
public sealed class PointsOrDebtTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoRefunds_InEitherOrder_LeaveNothing(bool earningOrderFirst)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var member = await cafe.MemberAsync();
        var earning = await cafe.PaidAsync(member, 0, TestMenu.Americano(20));
        var spending = await cafe.PaidAsync(member, 9_000, TestMenu.Americano(2));

        foreach (var order in earningOrderFirst ? new[] { earning, spending } : [spending, earning])
        {
            await RefundAsync(cafe, order);
            await cafe.CheckAsync();
        }

        await HasAsync(cafe, member, available: 0, held: 0, debt: 0);
    }

    [Fact]
    public async Task Release_OfPointsHeldWhileDebtCame_PaysItFirst()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, held) = await InDebtWhileHoldingAsync(cafe);

        await cafe.ReleaseAsync(held, OrderStatus.Cancelled);

        await HasAsync(cafe, member, available: 0, held: 0, debt: 0);
        await LinesAsync(cafe, member, held, (LedgerKind.Hold, -9_000, 9_000, 0), (LedgerKind.Release, 9_000, -9_000, 0),
            (LedgerKind.DebtPayment, -9_000, 0, -9_000));
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Commit_OfPointsHeldWhileDebtCame_LeavesTheDebt()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, held) = await InDebtWhileHoldingAsync(cafe);

        await cafe.CommitAsync(held);

        await HasAsync(cafe, member, available: 0, held: 0, debt: 9_000);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Refund_OfSpentPoints_PaysDebtWithALineForEachRefund()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, spending) = await InDebtAsync(cafe);

        await RefundAsync(cafe, spending, quantity: 1);
        await HasAsync(cafe, member, available: 0, held: 0, debt: 4_500);
        await cafe.CheckAsync();
        await RefundAsync(cafe, spending);
        await HasAsync(cafe, member, available: 0, held: 0, debt: 0);
        (await cafe.Ledger.LinesAsync(member))
            .Where(line => line.Kind == LedgerKind.DebtPayment)
            .Select(line => (line.OrderId, line.RefundNumber, line.AvailableDelta, line.DebtDelta))
            .ShouldBe([(spending.OrderId, 1, -4_500, -4_500), (spending.OrderId, 2, -4_500, -4_500)], ignoreOrder: true);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(8_999, 0, 1)]
    [InlineData(9_000, 0, 0)]
    [InlineData(9_001, 1, 0)]
    public async Task Grant_PaysDebtFirst(long points, long available, long debt)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, _) = await InDebtAsync(cafe);

        (await cafe.Ledger.GrantAsync(member, "birthday", points)).ShouldBeTrue();
        (await cafe.Ledger.GrantAsync(member, "birthday", points)).ShouldBeFalse();

        await HasAsync(cafe, member, available, held: 0, debt);
        await LinesAsync(cafe, member, "birthday", (LedgerKind.Grant, points, 0, 0), (LedgerKind.DebtPayment, debt - 9_000, 0, debt - 9_000));
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData("grant")]
    [InlineData("earn")]
    [InlineData("release")]
    [InlineData("refund")]
    public async Task PointsBesideDebt_OfAnEarlierVersion_PayItWithTheNextCredit(string credit)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, spending) = await InDebtAsync(cafe);
        var held = "";
        if (credit == "release")
        {
            (await cafe.Ledger.GrantAsync(member, "for the hold", 9_100)).ShouldBeTrue();
            (held, _) = await cafe.ReservedAsync(member, 100, TestMenu.Americano(1));
            await AddAsync(cafe, member, 0, debt: 9_000);
        }
        await AddAsync(cafe, member, 2_000, debt: 0);

        switch (credit)
        {
            case "grant":
                (await cafe.Ledger.GrantAsync(member, "birthday", 100)).ShouldBeTrue();
                break;
            case "earn":
                (await cafe.PaidAsync(member, 0, TestMenu.Cookie(1))).DebtPaidPoints.ShouldBe(100);
                break;
            case "release":
                await cafe.ReleaseAsync(OrderId.Parse(held), OrderStatus.Expired);
                break;
            default:
                await RefundAsync(cafe, spending, quantity: 1);
                break;
        }

        await HasAsync(cafe, member, available: 0, held: 0, debt: credit == "refund" ? 2_500 : 6_900);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(9_000, false)]
    [InlineData(9_001, true)]
    public async Task PointsBesideDebt_OfAnEarlierVersion_PayItBeforeTheyAreSpent(long points, bool canSpendOne)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (member, _) = await InDebtAsync(cafe);
        await AddAsync(cafe, member, points, debt: 0);

        if (canSpendOne)
        {
            var (held, _) = await cafe.ReservedAsync(member, 1, TestMenu.Americano(1));
            await HasAsync(cafe, member, available: 0, held: 1, debt: 0);
            await cafe.ReleaseAsync(held, OrderStatus.Cancelled);
        }
        else
        {
            await Should.ThrowAsync<OrderRejectedException>(() => cafe.ReservedAsync(member, 1, TestMenu.Americano(1)));
        }

        await HasAsync(cafe, member, available: points - 9_000, held: 0, debt: canSpendOne ? 0 : 9_000 - points);
    }

    /// <summary>A member who owes 9,000 points, and the order that spent them.</summary>
    private static async Task<(string Member, Order Spending)> InDebtAsync(RecoveryCafe cafe)
    {
        var member = await cafe.MemberAsync();
        var earning = await cafe.PaidAsync(member, 0, TestMenu.Americano(20));
        var spending = await cafe.PaidAsync(member, 9_000, TestMenu.Americano(2));
        await RefundAsync(cafe, earning);
        await HasAsync(cafe, member, available: 0, held: 0, debt: 9_000);
        return (member, spending);
    }

    /// <summary>A member who owes as many points as an order of his holds: 9,000.</summary>
    private static async Task<(string Member, OrderId OrderId)> InDebtWhileHoldingAsync(RecoveryCafe cafe)
    {
        var member = await cafe.MemberAsync();
        var earning = await cafe.PaidAsync(member, 0, TestMenu.Americano(20));
        var (held, _) = await cafe.ReservedAsync(member, 9_000, TestMenu.Americano(2));
        await RefundAsync(cafe, earning);
        await HasAsync(cafe, member, available: 0, held: 9_000, debt: 9_000);
        return (member, held);
    }

    private static async Task RefundAsync(RecoveryCafe cafe, Order order, int? quantity = null)
    {
        var request = new RefundRequest(order.OrderId, "kim", "spilled") { Line = quantity is null ? null : 1, Quantity = quantity };
        (await cafe.Refund.RunAsync(request, Token)).ShouldBe(RefundOutcome.Settled);
    }

    /// <summary>Makes the account what an earlier version could leave, with a line that says so.</summary>
    private static async Task AddAsync(RecoveryCafe cafe, string member, long points, long debt) => (await cafe.Table.TransactAsync(
        [
            new()
            {
                Update = new()
                {
                    TableName = cafe.Table.Name,
                    Key = ItemKey.Account(member).ToAttributes(),
                    UpdateExpression = "ADD availablePoints :points, debtPoints :debt",
                    ExpressionAttributeValues = new() { [":points"] = Attributes.Number(points), [":debt"] = Attributes.Number(debt) },
                },
            },
            (new LedgerLine(member, cafe.Time.GetUtcNow(), $"earlier-{points}", LedgerKind.Grant, points, 0) { DebtDelta = debt }).ToWrite(cafe.Table.Name),
        ],
        Token)).ShouldBeTrue();

    private static async Task HasAsync(RecoveryCafe cafe, string member, long available, long held, long debt)
    {
        var account = (await cafe.Accounts.FindAsync(member))!;
        (account.AvailablePoints, account.HeldPoints, account.DebtPoints).ShouldBe((available, held, debt));
    }

    private static async Task LinesAsync(
        RecoveryCafe cafe, string member, string causeId, params (string Kind, long Available, long Held, long Debt)[] expected) =>
        (await cafe.Ledger.LinesAsync(member))
            .Where(line => line.OrderId == causeId)
            .Select(line => (line.Kind, line.AvailableDelta, line.HeldDelta, line.DebtDelta))
            .ShouldBe(expected, ignoreOrder: true);
}
