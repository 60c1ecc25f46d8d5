using System.CommandLine;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The argument that names an order.</summary>
internal static class OrderArgument
{
    public static Argument<OrderId> Create() => new("order")
    {
        Description = "The order's number.",
        CustomParser = result =>
        {
            if (OrderId.TryParse(result.Tokens[0].Value, out var orderId))
                return orderId;
            result.AddError($"'{result.Tokens[0].Value}' is no order's number: 1 to {OrderId.MaxLength} letters, digits, hyphens and underscores.");
            return null;
        },
    };
}
