using KakaoWorkflow.Inspecting;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo;

/// <summary>An order's way through a café's state machine.</summary>
internal static class OrderStory
{
    /// <summary>The execution of an order.</summary>
    public static string ExecutionArn(Cafe cafe, OrderId orderId) => Executions(cafe).ArnOf(orderId);

    /// <summary>Reads it.</summary>
    public static Task<OrderPath> ReadAsync(Cafe cafe, OrderId orderId) => Reader(cafe).RunAsync(orderId);

    /// <summary>Reads it for any order.</summary>
    public static ReadOrderPath Reader(Cafe cafe) => new(cafe.StepFunctions, Executions(cafe));

    private static OrderExecutions Executions(Cafe cafe) => new(cafe.StepFunctions, cafe.Addresses.StateMachineArn);
}
