using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of orders and their executions.</summary>
internal static class OrderInvariants
{
    public static IEnumerable<(string, string)> OneOrderInFlight(Snapshot snapshot)
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

    public static IEnumerable<(string, string)> IndexShowsOpenOrders(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        let shown = snapshot.IndexedOpenOrders.Contains(order.OrderId)
        where order.IsOpen || order.OpenRefund is not null
            ? !shown
            : shown && order.OpenStatus is not (OpenMark.MoneyUnchecked or OpenMark.Unannounced)
        select (order.OrderId, $"{order.Status} {(shown ? "is" : "is not")} in the index of open orders");

    public static IEnumerable<(string, string)> PaidOrderReachesBoard(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order is { AwaitsBoard: true, OpenStatus: null }
        select (order.OrderId, "paid, but neither on the board nor marked to be put there");

    public static IEnumerable<(string, string)> LateMoneyIsLookedFor(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        where order is { Tid: not null, WasPaid: false, MoneyCheckedAt: null, OpenStatus: null } && order.Status != OrderStatus.Refunded
        select (order.OrderId, $"{order.Status} after its payment was prepared, and nobody asks KakaoPay once more");

    public static IEnumerable<(string, string)> NoOrderWithoutExecution(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order.IsOpen
        let execution = snapshot.Executions.GetValueOrDefault(order.OrderId)
        where execution?.Status != "RUNNING"
        select (order.OrderId, $"{order.Status}, its execution is {execution?.Status ?? "missing"}");

    public static IEnumerable<(string, string)> ExecutionTellsTheTruth(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        let execution = snapshot.Executions.GetValueOrDefault(order.OrderId)
        where execution?.Status == "SUCCEEDED" && execution.Outcome != order.Status
            && !(order is { WasPaid: true, Status: OrderStatus.Refunded } && execution.Outcome == OrderStatus.Paid)
        select (order.OrderId, $"{order.Status}, its execution says {execution.Outcome ?? "nothing"}");

    public static IEnumerable<(string, string)> EndedOrderKeepsNoCredentials(Snapshot snapshot) =>
        from order in snapshot.EndedOrders
        where order.TaskToken is not null || order.PgToken is not null
        select (order.OrderId, $"{order.Status} with a credential on its record");
}
