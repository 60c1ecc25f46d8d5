namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>Somebody else's order is answered like one that does not exist: the same bytes after the same calls, so that neither text nor work tells.</summary>
public sealed class ForeignOrderTests(DynoxideServer server) : SkillTest(server)
{
    private const string Nowhere = "0301-NOWHERE1";

    public static TheoryData<string, string> SkillsAndSituations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var skill in new[] { "Pay", "OrderStatus", "CancelOrder" })
                foreach (var situation in new[] { "SHEET", "RESERVED", "AWAITING_PAYMENT", "APPROVED", "PAID", "CANCELLED", "REJECTED" })
                    data.Add(skill, situation);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SkillsAndSituations))]
    public async Task Order_OfAnotherCustomer_IsAnsweredLikeOneThatDoesNotExist(string skill, string situation)
    {
        var curious = await Stories.SignUpAsync(points: 5_000);
        var own = await Stories.AwaitingAsync(curious);
        var foreign = await OrderInAsync(situation);
        var before = await Cafe.Table.DumpAsync();
        await Cafe.CallbacksAsync();

        var (missing, callsForMissing) = await AskAsync(skill, curious, OrderId.Parse(Nowhere));
        var (answer, calls) = await AskAsync(skill, curious, foreign.OrderId);

        answer.ShouldBe(missing);
        calls.ShouldBe(callsForMissing);
        calls.ShouldNotBeEmpty();
        answer.ShouldContain("주문을 찾지 못했어요");
        answer.ShouldNotContain(own.OrderId);
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OrderStatus", "5")]
    [InlineData("OrderStatus", "\"\"")]
    [InlineData("CancelOrder", "5")]
    [InlineData("CancelOrder", "true")]
    [InlineData("CancelOrder", "\" \"")]
    [InlineData("CancelOrder", "{\"orderId\":\"x\"}")]
    [InlineData("CancelOrder", "[]")]
    public async Task Button_WithANumberThatCannotBeRead_DoesNotMeanTheLatestOrder(string skill, string number)
    {
        var order = await Stories.AwaitingAsync();
        var before = await Cafe.Table.DumpAsync();
        (await CallAsync(skill, order.Member, orderId: JsonNode.Parse(number))).ShouldContain("주문을 찾지 못했어요");
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    private async Task<(string Answer, IReadOnlyList<string> Calls)> AskAsync(string skill, TestMember member, OrderId orderId)
    {
        var made = (Cafe.DynamoDbWire.Operations.Count, Cafe.AwsWire.Operations.Count, Cafe.KakaoPayWire.Operations.Count);
        var answer = await CallAsync(skill, member, orderId: (string?)orderId);
        return (answer,
        [
            .. Cafe.DynamoDbWire.Operations.Skip(made.Item1), .. Cafe.AwsWire.Operations.Skip(made.Item2), .. Cafe.KakaoPayWire.Operations.Skip(made.Item3),
        ]);
    }

    private async Task<TestOrder> OrderInAsync(string situation)
    {
        switch (situation)
        {
            case "SHEET":
                return await Stories.SheetAsync();
            case "RESERVED":
                return await Stories.ReservedAsync();
            case "AWAITING_PAYMENT":
                return await Stories.AwaitingAsync();
            case "APPROVED":
                return await Stories.AuthenticatedAsync();
            case "PAID":
                return await Stories.PaidAsync();
            case "REJECTED":
                var rejected = await Stories.SheetAsync();
                await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { PriceWon = 4_600 });
                await Should.ThrowAsync<KakaoWorkflow.Orders.OrderRejectedException>(() => Steps.Quote.RunAsync(rejected.OrderId));
                return rejected;
            default:
                return await Stories.EndedAsync(situation);
        }
    }
}
