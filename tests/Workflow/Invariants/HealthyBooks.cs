using KakaoWorkflow.Invariants;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Invariants;

/// <summary>A member with an order of each kind, all of them in order; tests spoil one thing.</summary>
internal static class HealthyBooks
{
    public const string Member = "member";

    public static Snapshot Snapshot()
    {
        Order[] orders =
        [
            // Made by an earlier version, which wrote no moves.
            Order("spent", OrderStatus.Paid, points: 3_000) with
            {
                EarnedPoints = 0, EarnedPercent = 0, Preparation = "MADE", BoardDay = "2026-03-01",
            },
            Order("earned", OrderStatus.Paid) with
            {
                EarnedPoints = 900, EarnedPercent = 10, Preparation = "TO_MAKE", BoardDay = "2026-03-01",
            },
            Order("cancelled", OrderStatus.Cancelled, points: 1_000),
            Order("refunded", OrderStatus.Refunded),
            Order("void", OrderStatus.Expired, points: 500),
            Order("rejected", OrderStatus.Rejected, points: 200),
            Order("open", OrderStatus.AwaitingPayment, points: 2_000) with { TaskToken = new("token"), PgToken = new("token") },
        ];
        return new Snapshot
        {
            Accounts = new Dictionary<string, Account> { [Member] = new(Member, "customer", "5678", 5_900, 2_000, "open") },
            Orders = orders.ToDictionary(order => order.OrderId.ToString()),
            IndexedOpenOrders = new HashSet<string> { "open" },
            Holds =
            [
                Hold("spent", HoldState.Committed, 3_000),
                Hold("cancelled", HoldState.Released, 1_000),
                Hold("void", HoldState.Void, 500),
                Hold("open", HoldState.Held, 2_000),
            ],
            Ledger =
            [
                Line("welcome", LedgerKind.Grant, 10_000, 0),
                Line("spent", LedgerKind.Hold, -3_000, 3_000),
                Line("spent", LedgerKind.Burn, 0, -3_000),
                Line("earned", LedgerKind.Earn, 900, 0),
                Line("cancelled", LedgerKind.Hold, -1_000, 1_000),
                Line("cancelled", LedgerKind.Release, 1_000, -1_000),
                Line("open", LedgerKind.Hold, -2_000, 2_000),
            ],
            Payments = new Dictionary<string, PaymentFacts>
            {
                ["spent"] = new(6_000, 0, 1),
                ["earned"] = new(9_000, 0, 1),
                ["refunded"] = new(9_000, 9_000, 1),
                ["cancelled"] = new(0, 0, 0),
                ["open"] = new(0, 0, 0),
            },
            Executions = orders.ToDictionary(
                order => order.OrderId.ToString(),
                order => order.IsOpen ? new ExecutionFacts("RUNNING", null) : new ExecutionFacts("SUCCEEDED", order.Status)),
        };
    }

    public static Order Order(string orderId, string status, long points = 0) => new()
    {
        OrderId = OrderId.Parse(orderId),
        Status = status,
        MemberId = Member,
        CustomerId = "customer",
        Lines = [new OrderLine("americano", "아메리카노", 4_500, 2)],
        TotalWon = 9_000,
        PointsUsed = points,
        AmountDueWon = 9_000 - points,
    };

    public static HoldRecord Hold(string orderId, string state, long points) => new(Member, OrderId.Parse(orderId), state, points);

    public static LedgerLine Line(string orderId, string kind, long available, long held, string memberId = Member) =>
        new(memberId, TestCafe.Opening, orderId, kind, available, held);

    public static Snapshot WithAccount(this Snapshot books, Account account) =>
        books with { Accounts = new Dictionary<string, Account>(books.Accounts) { [account.MemberId] = account } };

    public static Snapshot WithAccount(this Snapshot books, Func<Account, Account> change) =>
        books.WithAccount(change(books.Accounts[Member]));

    public static Snapshot WithOrder(this Snapshot books, string orderId, Func<Order, Order> change) =>
        books with { Orders = new Dictionary<string, Order>(books.Orders) { [orderId] = change(books.Orders[orderId]) } };

    public static Snapshot WithLine(this Snapshot books, LedgerLine line) => books with { Ledger = [.. books.Ledger, line] };

    public static Snapshot WithHold(this Snapshot books, HoldRecord hold) => books with { Holds = [.. books.Holds, hold] };

    public static Snapshot WithoutHold(this Snapshot books, string orderId) =>
        books with { Holds = [.. books.Holds.Where(hold => hold.OrderId.ToString() != orderId)] };

    public static Snapshot WithPayment(this Snapshot books, string orderId, PaymentFacts payment) =>
        books with { Payments = new Dictionary<string, PaymentFacts>(books.Payments) { [orderId] = payment } };

    public static Snapshot WithExecution(this Snapshot books, string orderId, ExecutionFacts? execution)
    {
        var executions = new Dictionary<string, ExecutionFacts>(books.Executions);
        executions.Remove(orderId);
        if (execution is not null)
            executions[orderId] = execution;
        return books with { Executions = executions };
    }
}
