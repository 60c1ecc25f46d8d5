using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of orders and their executions.</summary>
internal static class OrderInvariants
{
    public static Invariant OneOrderInFlight { get; } = new(
        "one-order-in-flight",
        "A member has at most one order in flight, and the account names it.",
        OneOrderInFlightViolations);

    private static IEnumerable<(string, string)> OneOrderInFlightViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.Orders.Values.Where(order => order is { IsOpen: true, MemberId.Length: > 0 }))
        {
            if (snapshot.Accounts.GetValueOrDefault(order.MemberId)?.OpenOrderId is var named && named != order.OrderId)
                yield return (order.OrderId, $"{order.Status}, but the account names {named ?? "no order"}");
        }
        foreach (var account in snapshot.Accounts.Values.Where(account => account.OpenOrderId is not null))
        {
            if (snapshot.Orders.GetValueOrDefault(account.OpenOrderId!) is not { IsOpen: true })
                yield return (account.MemberId, $"the account names {account.OpenOrderId}, which is not open");
        }
    }

    public static Invariant IndexShowsOpenOrders { get; } = new(
        "index-shows-open-orders",
        "The index of open orders shows each order that is open, and a settled one only under a mark.",
        IndexShowsOpenOrdersViolations);

    private static IEnumerable<(string, string)> IndexShowsOpenOrdersViolations(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        let shown = snapshot.IndexedOpenOrders.Contains(order.OrderId)
        where order.IsOpen || order.OpenRefund is not null
            ? !shown
            : shown && order.OpenStatus is not (OpenMark.MoneyUnchecked or OpenMark.Unannounced)
        select (order.OrderId.ToString(), $"{order.Status} {(shown ? "is" : "is not")} in the index of open orders");

    public static Invariant PaidOrderReachesBoard { get; } = new(
        "paid-order-reaches-board",
        "The café hears of every paid order: it is on the board, or marked so that the reconciler puts it there.",
        PaidOrderReachesBoardViolations);

    private static IEnumerable<(string, string)> PaidOrderReachesBoardViolations(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order is { AwaitsBoard: true, OpenStatus: null }
        select (order.OrderId.ToString(), "paid, but neither on the board nor marked to be put there");

    public static Invariant LateMoneyIsLookedFor { get; } = new(
        "late-money-is-looked-for",
        "KakaoPay is asked once more about every order that ended without a sale after its payment was prepared: it was, or the order is marked so.",
        LateMoneyIsLookedForViolations);

    private static IEnumerable<(string, string)> LateMoneyIsLookedForViolations(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        where order is { Tid: not null, WasPaid: false, MoneyCheckedAt: null, OpenStatus: null } && order.Status != OrderStatus.Refunded
        select (order.OrderId.ToString(), $"{order.Status} after its payment was prepared, and nobody asks KakaoPay once more");

    public static Invariant NoOrderWithoutExecution { get; } = new(
        "no-order-without-execution",
        "Every order in flight has an execution that carries it on.",
        NoOrderWithoutExecutionViolations);

    private static IEnumerable<(string, string)> NoOrderWithoutExecutionViolations(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order.IsOpen
        let execution = snapshot.Executions.GetValueOrDefault(order.OrderId)
        where execution?.Status != "RUNNING"
        select (order.OrderId.ToString(), $"{order.Status}, its execution is {execution?.Status ?? "missing"}");

    public static Invariant ExecutionTellsTheTruth { get; } = new(
        "execution-tells-the-truth",
        "What an execution gives as its outcome is the order's status.",
        ExecutionTellsTheTruthViolations);

    private static IEnumerable<(string, string)> ExecutionTellsTheTruthViolations(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        let execution = snapshot.Executions.GetValueOrDefault(order.OrderId)
        where execution?.Status == "SUCCEEDED" && execution.Outcome != order.Status
            && !(order is { WasPaid: true, Status: OrderStatus.Refunded } && execution.Outcome == OrderStatus.Paid)
        select (order.OrderId.ToString(), $"{order.Status}, its execution says {execution.Outcome ?? "nothing"}");

    public static Invariant EndedOrderKeepsNoCredentials { get; } = new(
        "ended-order-keeps-no-credentials",
        "An ended order keeps no task token and no pg_token.",
        EndedOrderKeepsNoCredentialsViolations);

    private static IEnumerable<(string, string)> EndedOrderKeepsNoCredentialsViolations(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        where order.TaskToken is not null || order.PgToken is not null
        select (order.OrderId.ToString(), $"{order.Status} with a credential on its record");
}
