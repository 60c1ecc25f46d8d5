using FsCheck.Fluent;
using FsCheck;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

public sealed class IntrinsicPropertyTests
{
    [Fact]
    public void ArrayPartition_AnyList_KeepsOrderAndFillsEveryChunkButTheLast() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(), Gen.Choose(1, 20).ToArbitrary(), (items, size) =>
        {
            var chunks = Evaluate($"States.ArrayPartition($, {size})", new JsonArray([.. items.Select(item => (JsonNode)item)])).AsArray();
            var lists = chunks.Select(chunk => chunk!.AsArray().Select(item => item!.GetValue<int>()).ToList()).ToList();
            return lists.SelectMany(list => list).SequenceEqual(items)
                && lists.SkipLast(1).All(list => list.Count == size)
                && lists.TakeLast(1).All(list => list.Count > 0 && list.Count <= size);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ArrayRange_AnyBounds_StaysWithinThemInEqualSteps() => Prop.ForAll(
        Gen.Choose(-300, 300).ToArbitrary(), Gen.Choose(-300, 300).ToArbitrary(), Gen.Choose(-9, 9).Where(step => step != 0).ToArbitrary(),
        (first, last, step) =>
        {
            var range = Evaluate($"States.ArrayRange({first}, {last}, {step})", null).AsArray().Select(item => item!.GetValue<long>()).ToList();
            var expected = new List<long>();
            for (long value = first; step > 0 ? value <= last : value >= last; value += step)
                expected.Add(value);
            return range.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void MathRandom_AnyBounds_StartsInclusiveEndsExclusive() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 1_000).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (start, span, seed) =>
        {
            var value = Evaluate($"States.MathRandom({start}, {start + (long)span}, {seed})", null).GetValue<long>();
            return value >= start && value < start + (long)span;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void MathAdd_AnyIntegers_IsTheirSum() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (left, right) =>
            Evaluate($"States.MathAdd({left}, {right})", null).GetValue<long>() == (long)left + right).QuickCheckThrowOnFailure();

    [Fact]
    public void Base64_AnyText_ComesBack() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var isUnicode = !text.Get.Any(char.IsSurrogate);
        return !isUnicode || Evaluate("States.Base64Decode(States.Base64Encode($))", text.Get).GetValue<string>() == text.Get;
    }).QuickCheckThrowOnFailure();

    private static JsonNode Evaluate(string call, JsonNode? input) => ValueExpression.Parse(call).Evaluate(Given.Scope() with { Input = input })!;
}
