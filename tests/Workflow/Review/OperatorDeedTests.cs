using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class OperatorDeedTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ReadAll_OfWhatWasWritten_SaysItAll()
    {
        var order = Order(
            OperatorAction.Entry(At, "kim", "the table is back", "resumed", Attributes.Text("CommitOrder")),
            OperatorAction.Entry(At.AddMinutes(1), "lee", "spilled", "refund", Attributes.Number(2)));
        OperatorDeed.ReadAll(order).ShouldBe(
        [
            new OperatorDeed(At, "kim", "the table is back", "resumed", "CommitOrder"),
            new OperatorDeed(At.AddMinutes(1), "lee", "spilled", "refund", "2"),
        ]);
        OperatorAction.LastResume(order).ShouldBe(new StepResume("CommitOrder", "kim", At));
    }

    [Fact]
    public void ReadAll_NothingDone_IsEmpty()
    {
        OperatorDeed.ReadAll([]).ShouldBeEmpty();
        OperatorDeed.ReadAll(new() { [OrderAttributes.OperatorActions] = new AttributeValue { NULL = true } }).ShouldBeEmpty();
        OperatorAction.LastResume([]).ShouldBeNull();
    }

    [Fact]
    public void ReadAll_EntryWithoutADeed_HasNone()
    {
        var entry = OperatorAction.Entry(At, "kim", "why", "resumed", Attributes.Text("x"));
        entry.L[0].M.Remove("resumed");
        OperatorDeed.ReadAll(Order(entry)).ShouldBe([new OperatorDeed(At, "kim", "why", "", "")]);
    }

    private static Dictionary<string, AttributeValue> Order(params IEnumerable<AttributeValue> entries) =>
        new() { [OrderAttributes.OperatorActions] = new() { L = [.. entries.SelectMany(entry => entry.L)] } };
}
