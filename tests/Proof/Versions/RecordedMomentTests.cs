using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.Tests.Proof.Versions.Moments;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>What every version has stored is opened by today's code, with today's template deployed on it, and comes to its end.</summary>
public sealed class RecordedMomentTests(TableServer server) : IClassFixture<TableServer>
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Ends =>
        from version in RecordedVersion.All
        from moment in version.MomentNames
        from end in AllMoments.Of(moment).Ends
        select new TheoryDataRow<string, string, string>(version.Name, moment, end.Name);

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Order_OfAnEarlierVersion_ComesToItsEnd(string version, string moment, string end)
    {
        var recorded = RecordedVersion.All.Single(each => each.Name == version);
        var expected = AllMoments.Of(moment).Ends.Single(each => each.Name == end);
        await using var reopened = await ReopenedCafe.OpenAsync(recorded, moment, server.Address);

        await expected.Act(reopened.Patron);
        await reopened.EndAsync();

        var snapshot = await reopened.Cafe.Cafe.Snapshots.ReadAsync(TestContext.Current.CancellationToken);
        var order = snapshot.Orders[reopened.Patron.OrderId!];
        order.Status.ShouldBe(expected.Status);
        expected.Check(order);
        InvariantChecker.Check(snapshot).Select(violation => violation.ToString()).ShouldBeEmpty();
        foreach (var execution in reopened.Moment.Database["sfn_executions"]!.AsArray())
        {
            var ended = await reopened.Cafe.Host.StepFunctions.Engine.FindAsync((string)execution!["arn"]!);
            (ended!.Status, ended.RevisionId).ShouldBe((ExecutionStatus.Succeeded, (long)execution["revision"]!));
        }
    }
}
