using KakaoWorkflow.Placing;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Tests.Workflow.Placing;

public sealed class PlaceOrderTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_GoodSheet_StartsItsExecutionAndWaitsForTheReservation()
    {
        var sheet = await Stories.SheetAsync(points: 1_000);
        RunFirstSteps();

        var placed = await RunAsync(sheet);

        placed.Kind.ShouldBe(PlacedOrderKind.Placed);
        (placed.OrderId, placed.Order!.Status).ShouldBe((sheet.OrderId, OrderStatus.Reserved));
        var (operation, request) = Cafe.StepFunctions.Calls.ShouldHaveSingleItem();
        operation.ShouldBe("StartExecution");
        request["stateMachineArn"]!.GetValue<string>().ShouldBe(TestSettings.StateMachineArn);
        request["name"]!.GetValue<string>().ShouldBe(sheet.OrderId);
        request["input"]!.GetValue<string>().ShouldBe($$"""{"orderId":"{{sheet.OrderId}}"}""");
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_ExecutionRejects_AnswersTheRejection()
    {
        var sheet = await Stories.SheetAsync();
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { SoldOut = true });
        Cafe.StepFunctions.OnCall = (_, _) =>
            Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(sheet.OrderId));

        var placed = await RunAsync(sheet);
        (placed.Order!.Status, placed.Order.RejectionCode).ShouldBe((OrderStatus.Rejected, Rejection.SoldOut));
    }

    [Fact]
    public async Task Run_ExecutionIsSlow_GivesUpWaitingInGoodTimeWhileTheOrderGoesOn()
    {
        var sheet = await Stories.SheetAsync();
        var placed = await RunAsync(sheet);

        (placed.Kind, placed.Order, placed.OrderId).ShouldBe((PlacedOrderKind.Placed, null, sheet.OrderId));
        (Cafe.Time.GetUtcNow() - TestCafe.Opening).ShouldBeLessThan(PlaceOrder.Patience + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Run_ExecutionOnlyQuotes_AnswersTheQuotedOrder()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.StepFunctions.OnCall = (_, _) => Steps.Quote.RunAsync(sheet.OrderId);
        (await RunAsync(sheet)).Order!.Status.ShouldBe(OrderStatus.Quoted);
    }

    [Fact]
    public async Task Run_SecondTap_FindsTheFirstOnesOrder()
    {
        var sheet = await Stories.SheetAsync();
        RunFirstSteps();
        await RunAsync(sheet);

        (await RunAsync(sheet)).Order!.Status.ShouldBe(OrderStatus.Reserved);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_TwoTapsAtOnce_StartTheSameExecution()
    {
        var sheet = await Stories.SheetAsync();
        RunFirstSteps();
        PlacedOrder? other = null;
        Cafe.AwsWire.Before("StartExecution", async () => other = await Steps.Place.RunAsync(sheet.OrderId, sheet.Member.CustomerId, Token));

        var placed = await RunAsync(sheet);

        (placed.Order!.Status, other!.Order!.Status).ShouldBe((OrderStatus.Reserved, OrderStatus.Reserved));
        Cafe.StepFunctions.Calls.Select(call => (call.Request["name"]!.GetValue<string>(), call.Request["input"]!.ToJsonString()))
            .Distinct().Count().ShouldBe(1);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_ExecutionExistsAlready_AnswersItsOrder()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.AwsWire.Before("StartExecution", async () =>
        {
            await Steps.Quote.RunAsync(sheet.OrderId);
            await Steps.Release.RunAsync(sheet.OrderId, OrderStatus.Cancelled);
        });
        Cafe.StepFunctions.Refuse("ExecutionAlreadyExists");
        (await RunAsync(sheet)).Order!.Status.ShouldBe(OrderStatus.Cancelled);
    }

    [Fact]
    public async Task Run_StepFunctionsFails_FailsSoThatTheCustomerTriesAgain()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.StepFunctions.Refuse("StateMachineDoesNotExist");
        await Should.ThrowAsync<Amazon.StepFunctions.AmazonStepFunctionsException>(() => RunAsync(sheet));
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.Expired)]
    public async Task Run_EndedOrder_AnswersItAndStartsNothing(string status)
    {
        var order = status == OrderStatus.Paid ? await Stories.PaidAsync() : await Stories.EndedAsync(status);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        (await RunAsync(order)).Order!.Status.ShouldBe(status);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_NoSheet_IsNotFound() =>
        (await RunAsync(new TestOrder(await Stories.SignUpAsync(), OrderId.Parse("0301-NOWHERE1")))).ShouldBe(PlacedOrder.NotFound);

    [Fact]
    public async Task Run_AnotherCustomersSheetOrOrder_IsNotFound()
    {
        var stranger = await Stories.SignUpAsync();
        var sheet = await Stories.SheetAsync();
        (await RunAsync(sheet with { Member = stranger })).ShouldBe(PlacedOrder.NotFound);
        var order = await Stories.ReservedAsync();
        (await RunAsync(order with { Member = stranger })).ShouldBe(PlacedOrder.NotFound);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1, PlacedOrderKind.Placed)]
    [InlineData(0, PlacedOrderKind.SheetExpired)]
    public async Task Run_SheetAtTheEndOfItsTime_IsExpiredFromThenOn(int milliseconds, PlacedOrderKind kind)
    {
        var sheet = await Stories.SheetAsync();
        Cafe.Time.Advance(Cafe.Services.Rules.SheetLifetime + TimeSpan.FromMilliseconds(milliseconds));
        RunFirstSteps();
        (await RunAsync(sheet)).Kind.ShouldBe(kind);
        Cafe.StepFunctions.Calls.Count.ShouldBe(kind == PlacedOrderKind.Placed ? 1 : 0);
    }

    [Fact]
    public async Task Run_AnotherOrderInFlight_IsBlockedByItsNumberUntilItEnds()
    {
        var first = await Stories.ReservedAsync();
        var second = await Stories.SheetAsync(first.Member);
        (await RunAsync(second)).ShouldBe(PlacedOrder.Blocked(first.OrderId));
        Cafe.StepFunctions.Calls.ShouldBeEmpty();

        await Steps.Release.RunAsync(first.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        RunFirstSteps();
        (await RunAsync(second)).Order!.Status.ShouldBe(OrderStatus.Reserved);
    }

    private void RunFirstSteps() => Cafe.StepFunctions.OnCall = async (_, request) =>
    {
        var orderId = request["name"]!.GetValue<string>();
        await Steps.Quote.RunAsync(OrderId.Parse(orderId));
        await Steps.Reserve.RunAsync(OrderId.Parse(orderId));
    };

    private async Task<PlacedOrder> RunAsync(TestOrder order)
    {
        var running = Steps.Place.RunAsync(order.OrderId, order.Member.CustomerId, Token);
        await Task.WhenAny(running, Cafe.StepFunctions.Answered);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), running);
        return await running;
    }
}
