using System.Text.Json;

namespace KakaoWorkflow.Tests.Workflow.Orders;

public sealed class OrderIdTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0301-7K2QX9MT", true)]
    [InlineData("a_Z-0", true)]
    [InlineData("0301 7K2QX9MT", false)]
    [InlineData("0301/7K2QX9MT", false)]
    [InlineData("ORDER#1", false)]
    [InlineData("주문", false)]
    [InlineData("١٢٣", false)]
    [InlineData("0301-7K2QX9MT\n", false)]
    [InlineData("<b>1</b>", false)]
    public void Text_IsTakenOrNot(string? text, bool isOne)
    {
        OrderId.TryParse(text, out var orderId).ShouldBe(isOne);
        orderId?.ToString().ShouldBe(text);
        if (!isOne)
            Should.Throw<ArgumentException>(() => OrderId.Parse(text!)).ParamName.ShouldBe("orderId");
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void Length_HasALimit(int length, bool isOne) => OrderId.TryParse(new string('A', length), out _).ShouldBe(isOne);

    [Fact]
    public void ExecutionArn_IsTheStateMachinesWithTheNumberAsName() => OrderId.Parse("0301-7K2QX9MT")
        .ExecutionArn("arn:aws:states:ap-northeast-2:000000000000:stateMachine:orders")
        .ShouldBe("arn:aws:states:ap-northeast-2:000000000000:execution:orders:0301-7K2QX9MT");

    [Fact]
    public void TwoOfTheSameText_AreOneOrder()
    {
        OrderId.Parse("a").ShouldBe(OrderId.Parse("a"));
        OrderId.Parse("a").ShouldNotBe(OrderId.Parse("A"));
        ((string?)(OrderId?)null).ShouldBeNull();
    }

    [Fact]
    public void Json_IsTheBareText_AndAnythingElseIsRefused()
    {
        JsonSerializer.Serialize(OrderId.Parse("a")).ShouldBe("\"a\"");
        JsonSerializer.Deserialize<OrderId>("\"a\"").ShouldBe(OrderId.Parse("a"));
        foreach (var json in (string[])["\"a b\"", "1", "{}"])
            Should.Throw<JsonException>(() => JsonSerializer.Deserialize<OrderId>(json));
    }
}
