using System.Globalization;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("02", 2)]
    [InlineData("+3", 3)]
    [InlineData("1,000", 1_000)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2.0", 2)]
    [InlineData("2.", 2)]
    [InlineData("2개", 2)]
    [InlineData("2 잔", 2)]
    [InlineData(" 2\t잔 주세요! ", 2)]
    [InlineData("3잔이요", 3)]
    [InlineData("3개요", 3)]
    [InlineData("12", 12)]
    [InlineData("１２잔", 12)]
    [InlineData("\u200F2\u200B개\u202C", 2)]
    [InlineData("하나", 1)]
    [InlineData("한 잔", 1)]
    [InlineData("둘", 2)]
    [InlineData("두 잔 부탁해요", 2)]
    [InlineData("셋", 3)]
    [InlineData("세개", 3)]
    [InlineData("넷", 4)]
    [InlineData("네 잔이요", 4)]
    [InlineData("다섯", 5)]
    [InlineData("여섯잔", 6)]
    [InlineData("일곱", 7)]
    [InlineData("여덟", 8)]
    [InlineData("아홉", 9)]
    [InlineData("열", 10)]
    [InlineData("열두 잔", 12)]
    [InlineData("이십 잔", 20)]
    [InlineData("백이십삼", 123)]
    public void Read_Words_GivesTheNumber(string text, int expected) =>
        QuantityReader.Read(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("""{"amount":2,"unit":null}""", 2)]
    [InlineData("""{"amount": 2, "unit": "잔"}""", 2)]
    [InlineData("""{"unit":"","amount":10.0}""", 10)]
    [InlineData("""{"amount":2}""", 2)]
    [InlineData("""{"amount":1e2,"polynomial":[1]}""", 100)]
    public void Read_NumberEntity_GivesTheAmount(string text, int expected) =>
        QuantityReader.Read(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData(null, InputRefusal.Missing)]
    [InlineData("", InputRefusal.Missing)]
    [InlineData(" \u200B\t", InputRefusal.Missing)]
    [InlineData("""{"amount":null}""", InputRefusal.Missing)]
    [InlineData("0", InputRefusal.TooSmall)]
    [InlineData("영", InputRefusal.TooSmall)]
    [InlineData("-1", InputRefusal.TooSmall)]
    [InlineData("−2잔", InputRefusal.TooSmall)]
    [InlineData("-99999999999999999999999999999999", InputRefusal.TooSmall)]
    [InlineData("""{"amount":0}""", InputRefusal.TooSmall)]
    [InlineData("""{"amount":-1e400}""", InputRefusal.TooSmall)]
    [InlineData("1.5잔", InputRefusal.NotWhole)]
    [InlineData("""{"amount":0.5,"unit":null}""", InputRefusal.NotWhole)]
    [InlineData("2147483648", InputRefusal.TooLarge)]
    [InlineData("99999999999999999999999999999999999999", InputRefusal.TooLarge)]
    [InlineData("""{"amount":1e400}""", InputRefusal.TooLarge)]
    [InlineData("NaN", InputRefusal.NotUnderstood)]
    [InlineData("∞", InputRefusal.NotUnderstood)]
    [InlineData("1e3", InputRefusal.NotUnderstood)]
    [InlineData("0x10", InputRefusal.NotUnderstood)]
    [InlineData("1,00", InputRefusal.NotUnderstood)]
    [InlineData("1,0000", InputRefusal.NotUnderstood)]
    [InlineData(",100", InputRefusal.NotUnderstood)]
    [InlineData("1000,000", InputRefusal.NotUnderstood)]
    [InlineData(".5", InputRefusal.NotUnderstood)]
    [InlineData("--1", InputRefusal.NotUnderstood)]
    [InlineData("+", InputRefusal.NotUnderstood)]
    [InlineData("1/2", InputRefusal.NotUnderstood)]
    [InlineData("2개 3잔", InputRefusal.NotUnderstood)]
    [InlineData("잔", InputRefusal.NotUnderstood)]
    [InlineData("주세요", InputRefusal.NotUnderstood)]
    [InlineData("두두", InputRefusal.NotUnderstood)]
    [InlineData("열열", InputRefusal.NotUnderstood)]
    [InlineData("일이삼", InputRefusal.NotUnderstood)]
    [InlineData("십백", InputRefusal.NotUnderstood)]
    [InlineData("십십", InputRefusal.NotUnderstood)]
    [InlineData("영십", InputRefusal.NotUnderstood)]
    [InlineData("십영", InputRefusal.NotUnderstood)]
    [InlineData("라떼", InputRefusal.NotUnderstood)]
    [InlineData("٣", InputRefusal.NotUnderstood)]
    [InlineData("💥", InputRefusal.NotUnderstood)]
    [InlineData("{", InputRefusal.NotUnderstood)]
    [InlineData("{}", InputRefusal.NotUnderstood)]
    [InlineData("""{"amount":"2"}""", InputRefusal.NotUnderstood)]
    [InlineData("""{"amount":true}""", InputRefusal.NotUnderstood)]
    [InlineData("""{"amount":1,"amount":2}""", InputRefusal.NotUnderstood)]
    [InlineData("""{"amount":NaN}""", InputRefusal.NotUnderstood)]
    [InlineData("""{"\ud800mount":1}""", InputRefusal.NotUnderstood)]
    [InlineData("""{"amount":1,"x":[[[[1]]]]}""", InputRefusal.NotUnderstood)]
    public void Read_AnythingElse_SaysWhy(string? text, InputRefusal expected) =>
        QuantityReader.Read(text).Refusal.ShouldBe(expected);

    [Fact]
    public void Read_EveryNumberWithSeparators_IsItself()
    {
        for (var number = 1; number < 2_000_000; number += 4_999)
        {
            QuantityReader.Read(number.ToString("N0", CultureInfo.InvariantCulture)).Value.ShouldBe(number);
            QuantityReader.Read($"{number}개 주세요").Value.ShouldBe(number);
        }
    }

    [Fact]
    public void Read_HalfASurrogatePair_IsNotUnderstood()
    {
        foreach (var text in (string[])["\uD800", "2\uDC00", "{\"amount\":2,\"unit\":\"\uD800\"}", "{\"\uDC00\":2}"])
            QuantityReader.Read(text).Refusal.ShouldBe(InputRefusal.NotUnderstood);
    }

    [Theory]
    [InlineData('1')]
    [InlineData('만')]
    [InlineData('요')]
    [InlineData('{')]
    [InlineData('\uD800')]
    public void Read_HugeText_IsRefused(char character) =>
        QuantityReader.Read(new string(character, 1_000_000)).Refusal.ShouldBe(InputRefusal.TooLarge);

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Read_TextLength_HasALimit(int length, bool isRead) =>
        QuantityReader.Read("2".PadRight(length)).IsRead.ShouldBe(isRead);
}
