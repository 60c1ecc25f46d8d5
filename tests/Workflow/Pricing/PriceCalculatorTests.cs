using KakaoWorkflow.Menu;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Tests.Workflow.Pricing;

public sealed class PriceCalculatorTests
{
    private static readonly PricingRules Rules = new();

    private static readonly MenuItem[] Menu =
    [
        new("americano", "아메리카노", 4_500, SoldOut: false),
        new("latte", "카페라떼", 5_050, SoldOut: false),
        new("cake", "당근 케이크", 6_800, SoldOut: true),
        new("coupon", "쿠폰", 100, SoldOut: false),
        new("catering", "케이터링", 100_000, SoldOut: false),
        new("gold", "금", long.MaxValue / 2, SoldOut: false),
    ];

    [Fact]
    public void Calculate_SeveralLines_AddsThemUp()
    {
        var price = Calculate([("americano", 2), ("latte", 3)]).Price.ShouldNotBeNull();

        price.TotalWon.ShouldBe(24_150);
        price.AmountDueWon.ShouldBe(24_150);
        price.PointsToEarn.ShouldBe(2_415);
        price.Quantity.ShouldBe(5);
        price.ItemName.ShouldBe("아메리카노 외 1건");
        price.Lines.Select(line => line.TotalWon).ShouldBe([9_000, 15_150]);
    }

    [Fact]
    public void Calculate_OneLine_IsNamedAfterItsItem() => Calculate([("latte", 1)]).Price!.ItemName.ShouldBe("카페라떼");

    [Theory]
    [InlineData("tea", 1, Rejection.UnknownItem)]
    [InlineData("Americano", 1, Rejection.UnknownItem)]
    [InlineData("cake", 1, Rejection.SoldOut)]
    [InlineData("americano", 0, Rejection.BadQuantity)]
    [InlineData("americano", -1, Rejection.BadQuantity)]
    [InlineData("americano", 20, null)]
    [InlineData("americano", 21, Rejection.BadQuantity)]
    [InlineData("americano", int.MaxValue, Rejection.BadQuantity)]
    [InlineData("catering", 20, null)]
    public void Calculate_Line_IsPricedOrRefused(string itemId, int quantity, string? rejection) =>
        Calculate([(itemId, quantity)]).RejectionCode.ShouldBe(rejection);

    [Theory]
    [InlineData(0, Rejection.BadLines)]
    [InlineData(1, null)]
    [InlineData(10, null)]
    [InlineData(11, Rejection.BadLines)]
    public void Calculate_NumberOfLines_HasLimits(int lines, string? rejection) =>
        Calculate([.. Enumerable.Repeat(("americano", 1), lines)]).RejectionCode.ShouldBe(rejection);

    [Fact]
    public void Calculate_BadLineAmongGoodOnes_RefusesTheOrder() =>
        Calculate([("americano", 1), ("cake", 1)]).RejectionCode.ShouldBe(Rejection.SoldOut);

    [Theory]
    [InlineData(-1, Rejection.BadPoints, 0)]
    [InlineData(0, null, 9_000)]
    [InlineData(1, null, 8_999)]
    [InlineData(8_900, null, 100)]
    [InlineData(8_901, Rejection.BelowMinimumPayment, 0)]
    [InlineData(8_999, Rejection.BelowMinimumPayment, 0)]
    [InlineData(9_000, null, 0)]
    [InlineData(9_001, Rejection.BadPoints, 0)]
    [InlineData(long.MaxValue, Rejection.BadPoints, 0)]
    [InlineData(long.MinValue, Rejection.BadPoints, 0)]
    public void Calculate_Points_LeaveAnAmountThatKakaoPayTakes(long points, string? rejection, long amountDueWon)
    {
        var result = Calculate([("americano", 2)], points);
        result.RejectionCode.ShouldBe(rejection);
        (result.Price?.AmountDueWon ?? 0).ShouldBe(amountDueWon);
    }

    [Theory]
    [InlineData(2_000_000, null)]
    [InlineData(1_999_999, Rejection.AboveMaximumPayment)]
    public void Calculate_AmountDue_HasAMaximum(long maximum, string? rejection) =>
        Calculate([("catering", 20)], rules: Rules with { MaxPaymentWon = maximum }).RejectionCode.ShouldBe(rejection);

    [Fact]
    public void Calculate_MaximumIsOfTheAmountDue_PointsBringItBelow() =>
        Calculate([("catering", 20)], 1, Rules with { MaxPaymentWon = 1_999_999 }).Price!.AmountDueWon.ShouldBe(1_999_999);

    [Fact]
    public void Calculate_MinimumPayment_IsTakenItself() => Calculate([("coupon", 1)]).Price!.AmountDueWon.ShouldBe(100);

    [Fact]
    public void Calculate_PointsSpent_EarnsNothingUnlessTheCafeSaysSo()
    {
        Calculate([("americano", 2)], 1).Price!.PointsToEarn.ShouldBe(0);
        Calculate([("americano", 2)], 1, Rules with { EarnWhenSpending = true }).Price!.PointsToEarn.ShouldBe(900);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void Calculate_SumBeyondLong_ThrowsAndNeverWrapsAround(int quantity) =>
        Should.Throw<OverflowException>(() => Calculate([("gold", quantity), ("gold", quantity)]));

    [Fact]
    public void Calculate_NegativePriceOnTheMenu_IsRefused() =>
        PriceCalculator.Calculate([("gift", 1)], [new MenuItem("gift", "선물", -1_000, SoldOut: false)], 0, Rules)
            .RejectionCode.ShouldBe(Rejection.BadPoints);

    private static PricingResult Calculate(
        (string ItemId, int Quantity)[] wanted, long points = 0, PricingRules? rules = null) =>
        PriceCalculator.Calculate(wanted, Menu, points, rules ?? Rules);
}
