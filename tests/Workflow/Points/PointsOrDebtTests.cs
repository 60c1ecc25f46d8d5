namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>Whatever brings points to a member pays his debt first.</summary>
public sealed class PointsOrDebtTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoRefunds_InEitherOrder_LeaveNothing(bool earningOrderFirst)
    {
        var member = await Stories.SignUpAsync();
        var earning = await Stories.PaidAsync(member, lines: TestMenu.Americano(20));
        var spending = await Stories.PaidAsync(member, 9_000);

        foreach (var order in earningOrderFirst ? new[] { earning, spending } : [spending, earning])
        {
            await RefundAsync(order);
            await Cafe.Books.CheckAsync();
        }

        await HasAsync(member, available: 0, held: 0, debt: 0);
    }

    [Fact]
    public async Task Release_OfPointsHeldWhileDebtCame_PaysItFirst()
    {
        var (member, held) = await InDebtWhileHoldingAsync();

        await Stories.ReleaseAsync(held, OrderStatus.Cancelled);

        await HasAsync(member, available: 0, held: 0, debt: 0);
        await LinesAsync(member, held.OrderId, (LedgerKind.Hold, -9_000, 9_000, 0), (LedgerKind.Release, 9_000, -9_000, 0),
            (LedgerKind.DebtPayment, -9_000, 0, -9_000));
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Commit_OfPointsHeldWhileDebtCame_LeavesTheDebt()
    {
        var (member, held) = await InDebtWhileHoldingAsync();

        await Stories.CommitAsync(held);

        await HasAsync(member, available: 0, held: 0, debt: 9_000);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Refund_OfSpentPoints_PaysDebtWithALineForEachRefund()
    {
        var (member, spending) = await InDebtAsync();

        await RefundAsync(spending, quantity: 1);
        await HasAsync(member, available: 0, held: 0, debt: 4_500);
        await Cafe.Books.CheckAsync();
        await RefundAsync(spending);
        await HasAsync(member, available: 0, held: 0, debt: 0);
        (await Steps.Ledger.LinesAsync(member.MemberId))
            .Where(line => line.Kind == LedgerKind.DebtPayment)
            .Select(line => (line.OrderId, line.RefundNumber, line.AvailableDelta, line.DebtDelta))
            .ShouldBe([(spending.OrderId, 1, -4_500, -4_500), (spending.OrderId, 2, -4_500, -4_500)], ignoreOrder: true);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(8_999, 0, 1)]
    [InlineData(9_000, 0, 0)]
    [InlineData(9_001, 1, 0)]
    public async Task Grant_PaysDebtFirst(long points, long available, long debt)
    {
        var (member, _) = await InDebtAsync();

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", points)).ShouldBeTrue();
        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", points)).ShouldBeFalse();

        await HasAsync(member, available, held: 0, debt);
        await LinesAsync(member, "birthday", (LedgerKind.Grant, points, 0, 0), (LedgerKind.DebtPayment, debt - 9_000, 0, debt - 9_000));
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData("grant")]
    [InlineData("earn")]
    [InlineData("release")]
    [InlineData("refund")]
    public async Task PointsBesideDebt_OfAnEarlierVersion_PayItWithTheNextCredit(string credit)
    {
        var (member, spending) = await InDebtAsync();
        TestOrder? held = null;
        if (credit == "release")
        {
            (await Steps.Ledger.GrantAsync(member.MemberId, "for the hold", 9_100)).ShouldBeTrue();
            held = await Stories.ReservedAsync(member, 100, TestMenu.Americano(1));
            await AddAsync(member, 0, debt: 9_000);
        }
        await AddAsync(member, 2_000, debt: 0);

        switch (credit)
        {
            case "grant":
                (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 100)).ShouldBeTrue();
                break;
            case "earn":
                (await OrderAsync((await Stories.PaidAsync(member, lines: TestMenu.Cookie(1))).OrderId)).DebtPaidPoints.ShouldBe(100);
                break;
            case "release":
                await Stories.ReleaseAsync(held!, OrderStatus.Expired);
                break;
            default:
                await RefundAsync(spending, quantity: 1);
                break;
        }

        await HasAsync(member, available: 0, held: 0, debt: credit == "refund" ? 2_500 : 6_900);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(9_000, false)]
    [InlineData(9_001, true)]
    public async Task PointsBesideDebt_OfAnEarlierVersion_PayItBeforeTheyAreSpent(long points, bool canSpendOne)
    {
        var (member, _) = await InDebtAsync();
        await AddAsync(member, points, debt: 0);

        if (canSpendOne)
        {
            var held = await Stories.ReservedAsync(member, 1, TestMenu.Americano(1));
            await HasAsync(member, available: 0, held: 1, debt: 0);
            await Stories.ReleaseAsync(held, OrderStatus.Cancelled);
        }
        else
        {
            await Should.ThrowAsync<OrderRejectedException>(() => Stories.ReservedAsync(member, 1, TestMenu.Americano(1)));
        }

        await HasAsync(member, available: points - 9_000, held: 0, debt: canSpendOne ? 0 : 9_000 - points);
    }

    /// <summary>A member who owes 9,000 points, and the order that spent them.</summary>
    private async Task<(TestMember Member, TestOrder Spending)> InDebtAsync()
    {
        var member = await Stories.SignUpAsync();
        var earning = await Stories.PaidAsync(member, lines: TestMenu.Americano(20));
        var spending = await Stories.PaidAsync(member, 9_000);
        await RefundAsync(earning);
        await HasAsync(member, available: 0, held: 0, debt: 9_000);
        return (member, spending);
    }

    /// <summary>A member who owes as many points as an order of his holds: 9,000.</summary>
    private async Task<(TestMember Member, TestOrder Order)> InDebtWhileHoldingAsync()
    {
        var member = await Stories.SignUpAsync();
        var earning = await Stories.PaidAsync(member, lines: TestMenu.Americano(20));
        var held = await Stories.ReservedAsync(member, 9_000);
        await RefundAsync(earning);
        await HasAsync(member, available: 0, held: 9_000, debt: 9_000);
        return (member, held);
    }

    private async Task RefundAsync(TestOrder order, int? quantity = null)
    {
        var request = new RefundRequest(order.OrderId, "kim", "spilled") { Line = quantity is null ? null : 1, Quantity = quantity };
        (await Steps.RefundOrder.RunAsync(request, Token)).ShouldBe(RefundOutcome.Settled);
    }

    /// <summary>Makes the account what an earlier version could leave, with a line that says so.</summary>
    private async Task AddAsync(TestMember member, long points, long debt) => (await Cafe.Services.Table.TransactAsync(
        [
            new()
            {
                Update = new()
                {
                    TableName = Cafe.Services.Table.Name,
                    Key = ItemKey.Account(member.MemberId).ToAttributes(),
                    UpdateExpression = "ADD availablePoints :points, debtPoints :debt",
                    ExpressionAttributeValues = new() { [":points"] = Attributes.Number(points), [":debt"] = Attributes.Number(debt) },
                },
            },
            (new LedgerLine(member.MemberId, Cafe.Time.GetUtcNow(), $"earlier-{points}", LedgerKind.Grant, points, 0) { DebtDelta = debt }).ToWrite(Cafe.Services.Table.Name),
        ],
        Token)).ShouldBeTrue();

    private async Task HasAsync(TestMember member, long available, long held, long debt)
    {
        var account = (await Cafe.Services.Accounts.FindAsync(member.MemberId))!;
        (account.AvailablePoints, account.HeldPoints, account.DebtPoints).ShouldBe((available, held, debt));
    }

    private async Task LinesAsync(
        TestMember member, string causeId, params (string Kind, long Available, long Held, long Debt)[] expected) =>
        (await Steps.Ledger.LinesAsync(member.MemberId))
            .Where(line => line.OrderId == causeId)
            .Select(line => (line.Kind, line.AvailableDelta, line.HeldDelta, line.DebtDelta))
            .ShouldBe(expected, ignoreOrder: true);
}
