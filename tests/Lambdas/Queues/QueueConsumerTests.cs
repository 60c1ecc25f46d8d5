using KakaoWorkflow.Board;
using KakaoWorkflow.Local.KakaoPay.Faults;

namespace KakaoWorkflow.Tests.Lambdas.Queues;

public sealed class QueueConsumerTests(DynoxideServer server) : FunctionTest(server)
{
    private static readonly string?[] Malformed =
    [
        null, "", "null", "5", "[]", "{", "{}", "plain text",
        """{"orderId":"0301-AAAAAAAA"}""", """{"kind":"approved"}""", """{"type":"OrderPaid"}""",
        """{"orderId":null,"kind":"approved"}""", """{"orderId":"0301-AAAAAAAA","kind":null}""",
        """{"type":"OrderPaid","orderId":null}""", """{"type":null,"orderId":"0301-AAAAAAAA"}""",
        """{"orderId":"0301-AAAAAAAA","kind":"refunded"}""", """{"orderId":"0301-AAAAAAAA","kind":"Approved"}""",
        """{"type":"OrderRefunded","orderId":"0301-AAAAAAAA"}""", """{"type":"orderpaid","orderId":"0301-AAAAAAAA"}""",
        """{"orderId":"","kind":"approved"}""", """{"type":"OrderPaid","orderId":""}""",
        """{"orderId":"ORDER#1","kind":"approved"}""", """{"type":"OrderPaid","orderId":"\u202E"}""",
        $$"""{"orderId":"{{new string('A', 81)}}","kind":"refund"}""", $$"""{"type":"OrderPaid","orderId":"{{new string('A', 5_000)}}"}""",
        """{"orderId":"0301-AAAAAAAA","kind":"cancelled","looks":-1}""",
        """{"orderId":7,"kind":"approved"}""", """{"type":"OrderPaid","orderId":{}}""",
    ];

    [Theory]
    [InlineData("SettleCallback")]
    [InlineData("OrderEvents")]
    public async Task Batch_MalformedBodies_AllComeBackAndNothingElseHappens(string function)
    {
        var before = await Cafe.Table.DumpAsync();
        (await DeliverAsync(function, Malformed)).ShouldBe([.. Enumerable.Range(0, Malformed.Length).Select(index => $"message-{index}")]);

        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
        LogLines.Count.ShouldBe(Malformed.Length);
        LogLines.ShouldAllBe(line => line.Contains("| JsonException\n") && !line.Contains("0301-AAAAAAAA"));
    }

    [Theory]
    [InlineData("SettleCallback")]
    [InlineData("OrderEvents")]
    public async Task Batch_Empty_HasNoFailures(string function)
    {
        (await DeliverAsync(function)).ShouldBeEmpty();
        (await InvokeAsync(function, """{"Records":null}""")).ToJsonString().ShouldBe("""{"batchItemFailures":[]}""");
    }

    [Fact]
    public async Task SettleCallback_PoisonAmongGoodMessages_ComesBackAlone()
    {
        var (first, second) = (await Stories.AuthenticatedAsync(), await Stories.AuthenticatedAsync());
        (await DeliverAsync("SettleCallback", Callback(first, "approved"), "poison", Callback(second, "approved"))).ShouldBe(["message-1"]);
        Cafe.StepFunctions.Calls.Select(call => call.Operation).ShouldBe(["SendTaskSuccess", "SendTaskSuccess"]);
    }

    [Fact]
    public async Task SettleCallback_KakaoPayDoesNotAnswer_ComesBackAndIsSettledLater()
    {
        var order = await Stories.AwaitingAsync();
        await OrderStories.AtKakaoPayAsync((customer, page) => customer.QuitAsync(page, Token), order);
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.TimeoutBeforeCapture);

        (await DeliverAsync("SettleCallback", $$"""{"orderId":"{{order.OrderId}}","kind":"cancelled","looks":9}""")).ShouldBe(["message-0"]);
        (await DeliverAsync("SettleCallback", Callback(order, "cancelled"))).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldHaveSingleItem().Operation.ShouldBe("SendTaskFailure");
    }

    [Fact]
    public async Task SettleCallback_DeliveredTwice_IsDoneBothTimes()
    {
        var order = await Stories.AuthenticatedAsync();
        (await DeliverAsync("SettleCallback", Callback(order, "approved"))).ShouldBeEmpty();
        Cafe.StepFunctions.Refuse("TaskTimedOut");
        (await DeliverAsync("SettleCallback", Callback(order, "approved"))).ShouldBeEmpty();
        LogLines[^1].ShouldContain("TokenUsedUp");
    }

    [Fact]
    public async Task SettleCallback_OrderThatNobodyKnows_IsDone() =>
        (await DeliverAsync("SettleCallback", """{"orderId":"0301-NOWHERE1","kind":"approved"}""")).ShouldBeEmpty();

    [Fact]
    public async Task SettleCallback_MessageOfAnotherVersion_ComesBack()
    {
        var order = await Stories.AuthenticatedAsync();
        (await DeliverAsync("SettleCallback", $$"""{"orderId":"{{order.OrderId}}","kind":"approved","pgToken":"x"}""")).ShouldBe(["message-0"]);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task SettleCallback_OfParkCallback_AreUnderstood()
    {
        var order = await Stories.AuthenticatedAsync();
        var sent = (await Cafe.CallbacksAsync()).ShouldHaveSingleItem();
        (await DeliverAsync("SettleCallback", sent)).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldHaveSingleItem().Request["taskToken"]!.GetValue<string>().ShouldBe(OrderStories.TaskToken);
        (await OrderAsync(order.OrderId)).PgToken.ShouldNotBeNull();
    }

    [Fact]
    public async Task OrderEvents_PaidOrder_IsPutOnTheBoardOnce()
    {
        var order = await Stories.PaidAsync();
        (await DeliverAsync("OrderEvents", Paid(order.OrderId), "poison", Paid(order.OrderId))).ShouldBe(["message-1"]);
        (await OrderAsync(order.OrderId)).Preparation.ShouldBe(Preparation.ToMake);

        await Stories.MoveAsync(order, BoardMove.Start, BoardMove.Made);
        (await DeliverAsync("OrderEvents", Paid(order.OrderId))).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).Preparation.ShouldBe(Preparation.Made);
    }

    [Fact]
    public async Task OrderEvents_OrderThatIsNotPaidOrNotThere_IsDoneWithoutABoardEntry()
    {
        var order = await Stories.AwaitingAsync();
        (await DeliverAsync("OrderEvents", Paid(order.OrderId), Paid(OrderId.Parse("0301-NOWHERE1")))).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).Preparation.ShouldBeNull();
    }

    [Fact]
    public async Task OrderEvents_TableOutOfReach_ComeBack()
    {
        var order = await Stories.PaidAsync();
        Cafe.Variables["TABLE_NAME"] = "no-such-table";
        (await DeliverAsync("OrderEvents", Paid(order.OrderId), Paid(order.OrderId))).ShouldBe(["message-0", "message-1"]);
    }

    private static string Callback(TestOrder order, string kind) => $$"""{"orderId":"{{order.OrderId}}","kind":"{{kind}}"}""";

    private static string Paid(OrderId orderId) => $$"""{"type":"OrderPaid","orderId":"{{orderId}}"}""";

    /// <summary>Delivers a batch; the ids of the messages that come back.</summary>
    private async Task<string[]> DeliverAsync(string function, params string?[] bodies)
    {
        var answer = await InvokeAsync(function, KakaoWorkflow.Proof.Fuzzing.Worlds.HttpEvent.Batch(bodies).ToJsonString());
        return [.. answer["batchItemFailures"]!.AsArray().Select(failure => failure!["itemIdentifier"]!.GetValue<string>())];
    }
}
