using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

/// <summary>Whatever a customer types, a reader answers and does not throw.</summary>
public sealed class InputPropertyTests
{
    private static readonly Arbitrary<string> Typed = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Elements(
                "0", "1", "-", "+", ",", ".", " ", "e", "열", "두", "만", "천", "이", "잔", "점", "요", "전부", "010", "2345-",
                "{", "}", "\"amount\"", ":", "[", "null", "1e9", "\\ud800", "\uD83D", "\u200F", "１", "\0")
            .ArrayOf().Select(string.Concat)).ToArbitrary();

    [Fact]
    public void Quantity_AnyText_IsAtLeastOneOrRefused() => Check(text =>
        QuantityReader.Read(text).TryGet(out var quantity, out var refusal)
            ? quantity >= 1
            : Enum.IsDefined(refusal.Value));

    [Fact]
    public void Points_AnyText_AreNotNegativeOrRefused() => Check(text =>
        PointsReader.Read(text).TryGet(out var asked, out var refusal)
            ? asked.Amount is null or >= 0
            : Enum.IsDefined(refusal.Value));

    [Fact]
    public void PhoneNumber_AnyText_IsANumberOrRefused() => Check(text =>
        PhoneNumberReader.Read(text).TryGet(out var number, out var refusal)
            ? number.Digits.Length is 10 or 11
            : Enum.IsDefined(refusal.Value));

    private static void Check(Func<string, bool> holds) =>
        Prop.ForAll(Typed, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
}
