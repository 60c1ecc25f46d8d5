namespace KakaoWorkflow.Tests.Workflow.Orders;

public sealed class OrderSheetTests
{
    private static readonly OrderLine Line = new("americano", "아메리카노", 4_500, 2);
    private static readonly OrderLine Other = new("latte", "카페라떼", 5_050, 1);

    public static TheoryData<string, OrderLine[], long, long> OtherSheets => new()
    {
        { "another item", [Line with { ItemId = "latte" }], 100, 8_900 },
        { "another price", [Line with { UnitPriceWon = 4_501 }], 100, 8_900 },
        { "another quantity", [Line with { Quantity = 3 }], 100, 8_900 },
        { "one line more", [Line, Other], 100, 8_900 },
        { "no line", [], 100, 8_900 },
        { "other points", [Line], 101, 8_900 },
        { "another amount", [Line], 100, 8_901 },
        { "digits moved from one number to the next", [Line], 10, 08_900 },
        { "digits moved within a line", [Line with { UnitPriceWon = 45_00, Quantity = 20 }], 100, 8_900 },
    };

    [Theory]
    [MemberData(nameof(OtherSheets))]
    public void Hash_OtherContent_IsAnotherHash(string change, OrderLine[] lines, long points, long amountDueWon) =>
        OrderSheet.HashOf(lines, points, amountDueWon).ShouldNotBe(OrderSheet.HashOf([Line], 100, 8_900), change);

    [Fact]
    public void Hash_OrderOfLines_Matters() =>
        OrderSheet.HashOf([Line, Other], 0, 14_050).ShouldNotBe(OrderSheet.HashOf([Other, Line], 0, 14_050));

    [Fact]
    public void Hash_SameContent_IsTheSameHash()
    {
        OrderSheet.HashOf([Line with { }], 100, 8_900).ShouldBe(OrderSheet.HashOf([Line], 100, 8_900));
        Sheet().Hash.ShouldBe(OrderSheet.HashOf([Line], 100, 8_900));
        Sheet().Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void Read_WhatToItemWrote_IsTheSameSheet()
    {
        var read = OrderSheet.Read(Sheet().ToItem());
        (read with { Lines = [] }).ShouldBe(Sheet() with { Lines = [] });
        read.Lines.ShouldBe(Sheet().Lines);
    }

    [Fact]
    public void ToItem_TimeToLive_IsADayAfterItsExpiry() => Sheet().ToItem().Number("expiresAtEpochSeconds")
        .ShouldBe(TestCafe.Opening.AddMinutes(10).AddDays(1).ToUnixTimeSeconds());

    [Theory]
    [InlineData("pointsUsed", "101")]
    [InlineData("amountDueWon", "1")]
    public void Read_DamagedSheet_IsRefused(string attribute, string number)
    {
        var item = Sheet().ToItem();
        item[attribute].N = number;
        Should.Throw<MalformedItemException>(() => OrderSheet.Read(item)).Attribute.ShouldBe("sheetHash");
    }

    [Theory]
    [InlineData("orderId")]
    [InlineData("sheetMemberId")]
    [InlineData("customerId")]
    [InlineData("phoneLast4")]
    [InlineData("pointsUsed")]
    [InlineData("amountDueWon")]
    [InlineData("sheetHash")]
    [InlineData("issuedAt")]
    [InlineData("expiresAt")]
    public void Read_MissingAttribute_IsNamed(string attribute)
    {
        var item = Sheet().ToItem();
        item.Remove(attribute);
        Should.Throw<MalformedItemException>(() => OrderSheet.Read(item)).Attribute.ShouldBe(attribute);
    }

    private static OrderSheet Sheet() => new(
        OrderId.Parse("0301-ABCDEFGH"), "member", "customer", "5678", [Line], 100, 8_900, TestCafe.Opening, TestCafe.Opening.AddMinutes(10));
}
