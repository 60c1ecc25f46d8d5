using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Lambdas.Operations;

/// <summary>The barista's two functions, as the staff call them.</summary>
public sealed class BoardFunctionTests(DynoxideServer server) : FunctionTest(server)
{
    [Fact]
    public async Task Board_And_MoveOrder_TakeAnOrderFromPaidToPickedUp()
    {
        var order = await Stories.OnBoardAsync();
        var shown = (await BoardAsync()).ShouldHaveSingleItem()!;
        shown["lines"]!.ToJsonString().ShouldBe(new JsonArray(new JsonObject { ["name"] = "아메리카노", ["quantity"] = 2 }).ToJsonString());
        ((string?)shown["paidAt"], (string?)shown["preparation"]).ShouldBe(("2026-03-01T00:00:00+00:00", "TO_MAKE"));

        foreach (var (move, step) in new[] { (BoardMove.Start, "MAKING"), (BoardMove.Made, "MADE") })
        {
            Answer(await MoveAsync(order, move)).ShouldBe(("Moved", "PAID", step));
            Answer(await MoveAsync(order, move)).ShouldBe(("AlreadyThere", "PAID", step));
            ((string?)(await BoardAsync()).ShouldHaveSingleItem()!["preparation"]).ShouldBe(step);
        }
        Answer(await MoveAsync(order, BoardMove.PickedUp)).ShouldBe(("Moved", "PAID", "PICKED_UP"));
        (await BoardAsync()).ShouldBeEmpty();
        Answer(await MoveAsync(order, BoardMove.Undo, from: "PICKED_UP")).ShouldBe(("Moved", "PAID", "MADE"));
        Answer(await MoveAsync(order, BoardMove.Undo, from: "PICKED_UP")).ShouldBe(("AlreadyThere", "PAID", "MADE"));

        (await OrderAsync(order.OrderId)).Moves.ShouldAllBe(move => move.By == "kim");
        LogLines.ShouldContain(line => line.Contains(order.OrderId) && line.Contains("Moved"));
        LogLines.ShouldAllBe(line => !line.Contains("kim"));
    }

    [Fact]
    public async Task MoveOrder_OfAnOrderThatIsNotPaid_SaysSo() =>
        Answer(await MoveAsync(await Stories.EndedAsync(OrderStatus.Expired), BoardMove.Start)).ShouldBe(("NotOnBoard", "EXPIRED", null));

    private async Task<JsonArray> BoardAsync() => (await InvokeAsync("Board", "{}"))["orders"]!.AsArray();

    private Task<JsonObject> MoveAsync(TestOrder order, string move, string? from = null)
    {
        var call = new JsonObject { ["orderId"] = (string?)order.OrderId, ["move"] = move, ["by"] = "kim" };
        if (from is not null)
            call["from"] = from;
        return InvokeAsync("MoveOrder", call.ToJsonString());
    }

    private static (string?, string?, string?) Answer(JsonObject answer) =>
        ((string?)answer["outcome"], (string?)answer["status"], (string?)answer["preparation"]);
}
