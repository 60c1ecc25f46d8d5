namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>A kind of paid order.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Lines">What was ordered.</param>
internal sealed record RefundShape(string Name, params IReadOnlyList<OrderLine> Lines)
{
    public static IReadOnlyList<RefundShape> All { get; } =
    [
        new("cash", TestMenu.Americano(2)),
        new("points only", TestMenu.Cookie(3)) { GrantedPoints = 3_003, SpentPoints = 3_003 },
        new("mixed", TestMenu.Cookie(3), TestMenu.Cheesecake(2)) { GrantedPoints = 4_000, SpentPoints = 3_333 },
        new("mixed, and earns", TestMenu.Cookie(2), TestMenu.Cheesecake(1))
        {
            GrantedPoints = 3_333,
            SpentPoints = 3_333,
            EarnsWhenSpending = true,
        },
        new("earned points spent elsewhere", TestMenu.Americano(2)) { SpentElsewherePoints = 700 },
        new("spent points that were taken back", TestMenu.Cookie(3), TestMenu.Cheesecake(1)) { SpentPoints = 3_333, IsInDebt = true },
        new("little cash", TestMenu.Cookie(2)) { GrantedPoints = 1_902, SpentPoints = 1_902 },
        new("with a free line", TestMenu.Cookie(1), TestMenu.Water(2)) { GrantedPoints = 333, SpentPoints = 333 },
    ];

    /// <summary>What the member begins with.</summary>
    public long GrantedPoints { get; init; }

    /// <summary>What of it pays for the order.</summary>
    public long SpentPoints { get; init; }

    /// <summary>What another order spends of the points that this one has earned.</summary>
    public long SpentElsewherePoints { get; init; }

    /// <summary>Whether the points that it spends came from an order that was refunded since.</summary>
    public bool IsInDebt { get; init; }

    /// <summary>Whether an order that spends points earns some, too.</summary>
    public bool EarnsWhenSpending { get; init; }

    /// <summary>A new member's order of this kind.</summary>
    public async Task<TestOrder> PaidAsync(TestCafe cafe)
    {
        var member = await cafe.Stories.SignUpAsync(GrantedPoints);
        var earning = IsInDebt ? await cafe.Stories.PaidAsync(member, lines: TestMenu.Americano(8)) : null;
        var order = await cafe.Stories.PaidAsync(member, SpentPoints, [.. Lines]);
        if (earning is not null)
            await cafe.Steps.RefundOrder.RunAsync(earning.Refund, TestContext.Current.CancellationToken);
        if (SpentElsewherePoints > 0)
        {
            cafe.Time.Advance(TimeSpan.FromSeconds(1));
            await cafe.Stories.PaidAsync(member, SpentElsewherePoints, TestMenu.Americano(1));
        }
        return order;
    }

    public override string ToString() => Name;
}
