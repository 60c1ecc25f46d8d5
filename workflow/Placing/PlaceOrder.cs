using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Placing;

/// <summary>
/// Starts the execution of an order sheet and waits briefly for its first word. The sheet's number names the execution, so
/// a second tap finds the first one's order.
/// May find no sheet and no order (not found), an order (answers it), another order in flight (names it), an expired sheet.
/// </summary>
public sealed class PlaceOrder(
    OrderRecords orders, OrderSheets sheets, Accounts accounts, IAmazonStepFunctions stepFunctions, string stateMachineArn, TimeProvider time)
{
    /// <summary>How long a skill call waits for the order to be reserved or rejected; the chatbot's limit is 5 s in all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2_500);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);

    /// <summary>Places an order.</summary>
    /// <param name="orderId">The sheet's number.</param>
    /// <param name="customerId">Who asks; somebody else's sheet is not found.</param>
    /// <param name="cancellationToken">Gives up waiting; the order goes on.</param>
    public async Task<PlacedOrder> RunAsync(OrderId orderId, string customerId, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + Patience;
        var known = await orders.FindAsync(orderId, cancellationToken);
        if (known?.CustomerId == customerId)
            return await FollowAsync(orderId, known, deadline, cancellationToken);

        // Somebody else's order is looked up like one that does not exist, so that the time tells nothing either.
        var sheet = await sheets.FindAsync(orderId, cancellationToken);
        if (known is not null || sheet is null || sheet.CustomerId != customerId)
            return PlacedOrder.NotFound;
        if (sheet.ExpiresAt <= time.GetUtcNow())
            return PlacedOrder.SheetExpired;
        var account = await accounts.FindAsync(sheet.MemberId, cancellationToken);
        if (account?.OpenOrderId is { } open && open != orderId)
            return PlacedOrder.Blocked(OrderId.Parse(open));

        await StartAsync(orderId, cancellationToken);
        return await FollowAsync(orderId, null, deadline, cancellationToken) with { Sheet = sheet };
    }

    private async Task StartAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        try
        {
            await stepFunctions.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = stateMachineArn,
                    Name = orderId,
                    Input = $$"""{"orderId":"{{orderId}}"}""",
                },
                cancellationToken);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // Another tap was faster and its execution has even ended: its order is the answer.
        }
    }

    private async Task<PlacedOrder> FollowAsync(
        OrderId orderId, Order? order, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; order is null or { Status: OrderStatus.Quoted }; pause += FirstPause)
        {
            if (time.GetUtcNow() + pause > deadline)
                break;
            await Task.Delay(pause, time, cancellationToken);
            order = await orders.FindAsync(orderId, cancellationToken);
        }
        return new PlacedOrder(PlacedOrderKind.Placed, order, orderId);
    }
}
