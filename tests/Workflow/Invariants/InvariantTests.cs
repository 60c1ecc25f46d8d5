using KakaoWorkflow.Invariants;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Invariants;

public sealed class InvariantTests
{
    private static readonly Dictionary<string, (string Invariant, Func<Snapshot, Snapshot> Spoil)> Cases = new()
    {
        ["a line that the account does not show"] = ("ledger-equals-account", books =>
            books.WithLine(HealthyBooks.Line("earned", "ODD", 1, 0))),
        ["a ledger without an account"] = ("ledger-equals-account", books =>
            books.WithLine(HealthyBooks.Line("welcome", LedgerKind.Grant, 1, 0, memberId: "ghost"))),
        ["available points below zero"] = ("no-negative-points", books => books
            .WithAccount(new Account("debtor", "other", "0000", -1, 0, null))
            .WithLine(HealthyBooks.Line("debt", LedgerKind.Grant, -1, 0, memberId: "debtor"))),
        ["held points without a hold"] = ("holds-equal-held", books => books
            .WithAccount(account => account with { HeldPoints = account.HeldPoints + 1 })
            .WithLine(HealthyBooks.Line("odd", LedgerKind.Grant, 0, 1))),
        ["a sale whose money a person has given back"] = ("money-equals-status", books =>
            books.WithOrder("earned", order => order with { SettledAs = SettledAs.Refunded, SettledBy = "kim" })),
        ["an ended order that never voided its hold"] = ("no-open-hold-on-ended-order", books => books.WithoutHold("void")),
        ["a hold without an order"] = ("no-open-hold-on-ended-order", books =>
            books.WithHold(HealthyBooks.Hold("nowhere", HoldState.Void, 5))),
        ["two holds of one order"] = ("no-open-hold-on-ended-order", books =>
            books.WithHold(HealthyBooks.Hold("void", HoldState.Void, 500) with { MemberId = "other" })),
        ["a release that calls itself a grant"] = ("ledger-explained-by-orders", books => books with
        {
            Ledger = [.. books.Ledger.Select(line => line.Kind == LedgerKind.Release ? line with { Kind = LedgerKind.Grant } : line)],
        }),
        ["an earning without an order"] = ("ledger-explained-by-orders", books => books
            .WithLine(HealthyBooks.Line("nowhere", LedgerKind.Earn, 0, 0))),
        ["a debt payment without a grant or an order"] = ("ledger-explained-by-orders", books => books
            .WithLine(HealthyBooks.Line("nowhere", LedgerKind.DebtPayment, 0, 0))),
        ["a debt payment with the grant of another member"] = ("ledger-explained-by-orders", books => books
            .WithAccount(new Account("other", "other", "0000", 0, 0, null))
            .WithLine(HealthyBooks.Line("welcome", LedgerKind.DebtPayment, 0, 0, memberId: "other"))),
        ["an earning that the order does not know"] = ("ledger-explained-by-orders", books => books
            .WithLine(HealthyBooks.Line("spent", LedgerKind.Earn, 0, 0))),
        ["points beside debt"] = ("points-or-debt", books => books
            .WithAccount(account => account with { AvailablePoints = account.AvailablePoints + 1, DebtPoints = 1 })
            .WithLine(HealthyBooks.Line("odd", LedgerKind.Grant, 1, 0) with { DebtDelta = 1 })),
        ["an order that earned twice"] = ("points-explained-by-orders", books => books
            .WithAccount(account => account with { AvailablePoints = account.AvailablePoints + 900 })
            .WithLine(HealthyBooks.Line("earned", LedgerKind.Earn, 900, 0))
            .WithOrder("earned", order => order with { EarnedPoints = 1_800 })),
        ["points that came back for goods that were not refunded"] = ("points-explained-by-orders", books => Refunded(books
            .WithAccount(account => account with { AvailablePoints = account.AvailablePoints + 1_501 })
            .WithLine(HealthyBooks.Line("spent", LedgerKind.Refund, 1_501, 0)), points: 1_501)),
        ["a paid order with too little money"] = ("money-equals-status", books =>
            books.WithPayment("spent", new PaymentFacts(5_999, 0, 1))),
        ["a paid order without money"] = ("money-equals-status", books =>
            books.WithPayment("earned", new PaymentFacts(0, 0, 0))),
        ["money kept for a cancelled order"] = ("money-equals-status", books =>
            books.WithPayment("cancelled", new PaymentFacts(8_000, 7_999, 1))),
        ["a paid order that the café never hears of"] = ("paid-order-reaches-board", books =>
            books.WithOrder("earned", order => order with { Preparation = null, BoardDay = null })),
        ["money without an order"] = ("money-equals-status", books =>
            books.WithPayment("nowhere", new PaymentFacts(1, 0, 1))),
        ["two captures"] = ("one-capture-per-order", books =>
            books.WithPayment("earned", new PaymentFacts(9_000, 0, 2))),
        ["a refund that the order does not know"] = ("refunds-explain-order", books => books with
        {
            Refunds =
            [
                new Refund
                {
                    OrderId = OrderId.Parse("earned"),
                    Number = 1,
                    State = RefundState.Requested,
                    Parts = new RefundParts(1, 0, 0),
                    EarlierCashWon = 0,
                    IsLast = false,
                    By = "kim",
                    Why = "test",
                    RequestedAt = DateTimeOffset.UnixEpoch,
                },
            ],
        }),
        ["a debt payment that pays nothing"] = ("refunds-explain-ledger", books =>
            books.WithLine(HealthyBooks.Line("earned", LedgerKind.DebtPayment, 0, 0))),
        ["earned points that paid debt, without a line"] = ("refunds-explain-ledger", books =>
            books.WithOrder("earned", order => order with { DebtPaidPoints = 1 })),
        ["more debt paid with earned points than were earned"] = ("refunds-explain-ledger", books => books
            .WithOrder("spent", order => order with { DebtPaidPoints = 1 })
            .WithAccount(account => account with { DebtPoints = 0, AvailablePoints = account.AvailablePoints - 1 })
            .WithLine(HealthyBooks.Line("odd", LedgerKind.Grant, 0, 0) with { DebtDelta = 1 })
            .WithLine(HealthyBooks.Line("spent", LedgerKind.DebtPayment, -1, 0) with { DebtDelta = -1 })),
        ["an open order that the account does not name"] = ("one-order-in-flight", books =>
            books.WithAccount(account => account with { OpenOrderId = null })),
        ["an account that names an ended order"] = ("one-order-in-flight", books =>
            books.WithAccount(new Account("other", "other", "0000", 0, 0, "earned"))),
        ["an account that names no order at all"] = ("one-order-in-flight", books =>
            books.WithAccount(new Account("other", "other", "0000", 0, 0, "nowhere"))),
        ["an open order that the index misses"] = ("index-shows-open-orders", books =>
            books with { IndexedOpenOrders = new HashSet<string>() }),
        ["a settled order in the index"] = ("index-shows-open-orders", books =>
            books with { IndexedOpenOrders = new HashSet<string> { "open", "earned" } }),
        ["an ended order whose late money nobody looks for"] = ("late-money-is-looked-for", books =>
            books.WithOrder("cancelled", order => order with { Tid = "T1" })),
        ["a paid order that the board's index forgot"] = ("board-shows-unfinished-orders", books =>
            books.WithOrder("earned", order => order with { BoardDay = null })),
        ["an order that was picked up and is still on the board"] = ("board-shows-unfinished-orders", books =>
            books.WithOrder("spent", order => order with { Preparation = Preparation.PickedUp })),
        ["an order that was called back and is still on the board"] = ("board-shows-unfinished-orders", books =>
            books.WithOrder("spent", order => order with { RecalledAt = DateTimeOffset.UnixEpoch })),
        ["an order that is being made by nobody"] = ("moves-explain-preparation", books =>
            books.WithOrder("earned", order => order with { Preparation = Preparation.Making })),
        ["an order whose last move led elsewhere"] = ("moves-explain-preparation", books =>
            books.WithOrder("spent", order => order with { Moves = [Move(Preparation.Making)] })),
        ["an order that skipped a step"] = ("moves-explain-preparation", books =>
            books.WithOrder("spent", order => order with { Moves = [Move(Preparation.Making), Move(Preparation.PickedUp), Move(Preparation.Made)] })),
        ["an order that was begun after the customer cancelled it"] = ("cancelled-order-is-not-made", books => CancelledByCustomer(books, "spent")),
        ["an open order whose execution failed"] = ("no-order-without-execution", books =>
            books.WithExecution("open", new ExecutionFacts("FAILED", null))),
        ["an open order without an execution"] = ("no-order-without-execution", books => books.WithExecution("open", null)),
        ["an execution with another outcome"] = ("execution-tells-the-truth", books =>
            books.WithExecution("refunded", new ExecutionFacts("SUCCEEDED", OrderStatus.Cancelled))),
        ["an execution without an outcome"] = ("execution-tells-the-truth", books =>
            books.WithExecution("refunded", new ExecutionFacts("SUCCEEDED", null))),
        ["an order that waits for an operator unheard"] = ("attention-tells-the-truth", books =>
            books.WithOrder("open", order => order with { ReviewToken = new("token") })),
        ["a review of an order that waits for nobody"] = ("attention-tells-the-truth", books =>
            books with { Attention = [Matter(AttentionKind.OrderInReview, "open")] }),
        ["a matter about a settled order"] = ("attention-tells-the-truth", books =>
            books with { Attention = [Matter(AttentionKind.RefundStuck, "refunded")] }),
        ["a matter about no order at all"] = ("attention-tells-the-truth", books =>
            books with { Attention = [Matter(AttentionKind.OrderStuck, "nowhere")] }),
        ["a paid order under review that the café never hears of"] = ("paid-order-reaches-board", books =>
            books.WithOrder("earned", order => order with { Preparation = null, BoardDay = null, ReviewToken = new("token") }) with
            {
                Attention = [Matter(AttentionKind.OrderInReview, "earned")],
            }),
        ["a task token on a paid order"] = ("ended-order-keeps-no-credentials", books =>
            books.WithOrder("earned", order => order with { TaskToken = new("token") })),
        ["a pg_token on a cancelled order"] = ("ended-order-keeps-no-credentials", books =>
            books.WithOrder("cancelled", order => order with { PgToken = new("token") })),
    };

    /// <summary>One of two coffees for 3,000 points and 6,000 won is refunded.</summary>
    private static Snapshot Refunded(Snapshot books, long points) => books
        .WithPayment("spent", new PaymentFacts(6_000, 3_000, 1))
        .WithOrder("spent", order => order with { RefundedQuantities = [1], RefundedWon = 3_000, RefundedPoints = points, RefundCount = 1 })
        with
    {
        Refunds =
            [
                new Refund
                {
                    OrderId = OrderId.Parse("spent"),
                    Number = 1,
                    State = RefundState.Settled,
                    Parts = new RefundParts(3_000, points, 0),
                    EarlierCashWon = 0,
                    IsLast = false,
                    By = "kim",
                    Why = "test",
                    RequestedAt = DateTimeOffset.UnixEpoch,
                },
            ],
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Check_HealthyBooks_FindsNothing() => InvariantChecker.Check(HealthyBooks.Snapshot()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OneThingSpoiled_ViolatesExactlyItsInvariant(string name)
    {
        var (invariant, spoil) = Cases[name];
        var violation = InvariantChecker.Check(spoil(HealthyBooks.Snapshot())).ShouldHaveSingleItem();
        violation.Invariant.ShouldBe(invariant);
        violation.ToString().ShouldStartWith($"{invariant}: {violation.Subject}: ");
    }

    [Fact]
    public void Check_EveryInvariant_CanFail() => Cases.Values.Select(it => it.Invariant).Distinct().Order()
        .ShouldBe(InvariantChecker.All.Select(invariant => invariant.Name).Order());

    /// <summary>The books with a cancel by the customer that was just asked for.</summary>
    private static Snapshot CancelledByCustomer(Snapshot books, string orderId)
    {
        var refund = new Refund
        {
            OrderId = OrderId.Parse(orderId),
            Number = 1,
            State = RefundState.Requested,
            Parts = new RefundParts(6_000, 3_000, 0),
            EarlierCashWon = 0,
            IsLast = true,
            By = RefundRequest.Customer,
            Why = "test",
            RequestedAt = DateTimeOffset.UnixEpoch,
        };
        var cancelled = books.WithOrder(orderId,
            order => order with { OpenRefund = 1, RefundedQuantities = [2], RecalledAt = DateTimeOffset.UnixEpoch, BoardDay = null });
        return cancelled with { IndexedOpenOrders = new HashSet<string> { "open", orderId }, Refunds = [refund] };
    }

    private static PreparationMove Move(string to) => new(to, "kim", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Check_OrderRefundedInPart_IsExplained() => InvariantChecker.Check(Refunded(
        HealthyBooks.Snapshot()
            .WithAccount(account => account with { AvailablePoints = account.AvailablePoints + 1_500 })
            .WithLine(HealthyBooks.Line("spent", LedgerKind.Refund, 1_500, 0)),
        points: 1_500)).ShouldBeEmpty();

    [Fact]
    public void Check_OrderOfAnEarlierVersion_EarnedWhatItSays() => InvariantChecker.Check(
        HealthyBooks.Snapshot().WithOrder("earned", order => order with { EarnedPercent = null })).ShouldBeEmpty();

    [Fact]
    public void Check_OpenHoldOnAnEndedOrder_IsFound() => InvariantChecker.Check(
            HealthyBooks.Snapshot().WithOrder("open", order => order with { Status = OrderStatus.Cancelled }))
        .Select(violation => violation.Invariant).ShouldContain("no-open-hold-on-ended-order");

    [Fact]
    public void Check_EndedOrderThatWaitsForAnOperator_HasItsMatterAndIsNotInTheIndex()
    {
        var books = HealthyBooks.Snapshot().WithOrder("earned", order => order with { ReviewToken = new("token") }) with
        {
            Attention = [Matter(AttentionKind.OrderInReview, "earned")],
        };
        InvariantChecker.Check(books).ShouldBeEmpty();
        InvariantChecker.Check(books with { IndexedOpenOrders = new HashSet<string> { "open", "earned" } })
            .ShouldHaveSingleItem().Invariant.ShouldBe("index-shows-open-orders");
    }

    [Fact]
    public void Check_MattersOfADayOrOfAnOpenOrder_AreNoViolation() => InvariantChecker.Check(HealthyBooks.Snapshot() with
    {
        Attention = [Matter(AttentionKind.OrderStuck, "open"), Matter(AttentionKind.ReportUnclean, "2026-11-23") with { OrderId = null }],
    }).ShouldBeEmpty();

    private static AttentionRecord Matter(string kind, string orderId) => new()
    {
        Kind = kind,
        Subject = orderId,
        OrderId = orderId,
        Detail = "test",
        Since = DateTimeOffset.UnixEpoch,
        LastLookAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Check_OrderInReview_MayHaveAnyMoney() => InvariantChecker.Check(
        HealthyBooks.Snapshot()
            .WithOrder("open", order => order with { Status = OrderStatus.Review })
            .WithPayment("open", new PaymentFacts(7_000, 0, 1))).ShouldBeEmpty();
}
