using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Board;

public sealed class BoardOrderTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly DateTimeOffset Later = TestCafe.Opening.AddMinutes(7);

    /// <summary>An order's status changes after its payment too; one of an earlier version has no time of payment.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Age_CountsFromThePayment(bool isKnown)
    {
        var paid = await OnBoardAsync();
        var order = BoardOrder.Of(paid with { StatusSince = Later, PaidAt = isKnown ? paid.PaidAt : null });
        var age = isKnown ? TestCafe.Opening : Later;
        (order.PaidAt, order.Since).ShouldBe((age, age));
    }

    [Fact]
    public async Task Line_ThatIsRefundedWhole_IsNotToBeMade()
    {
        var paid = await OnBoardAsync();
        var order = paid with { Lines = [.. paid.Lines, paid.Lines[0] with { Name = "카페라떼" }], RefundedQuantities = [paid.Lines[0].Quantity, 1] };
        BoardOrder.Of(order).Lines.ShouldBe([new BoardLine("카페라떼", paid.Lines[0].Quantity - 1)]);
    }

    private async Task<Order> OnBoardAsync() => await OrderAsync((await Stories.OnBoardAsync()).OrderId);
}
