using KakaoWorkflow.Proof.Kills;
using KakaoWorkflow.Proof.Progress;
using KakaoWorkflow.Tests.Support.Processes;

namespace KakaoWorkflow.Tests.Proof.Kills;

public sealed class KillRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_WithThreeKills_LosesNothingAndLeavesNoProcess()
    {
        var options = new KillRunOptions { DataFolder = _folder, Kills = 3, Seed = 3, Customers = 3 };
        var lines = new List<string>();

        var report = await new KillRun(options, RealTime.Clock, new RunCount("kills", RealTime.Clock), lines.Add).RunAsync(TestContext.Current.CancellationToken);

        report.Violations.ShouldBeEmpty();
        report.Kills.Values.Sum().ShouldBe(3);
        report.Snapshot.Orders.ShouldNotBeEmpty();
        report.Messages.ShouldBeGreaterThan(0);
        report.Lines().Last().ShouldBe($"3 kills, {report.Snapshot.Orders.Count} orders, 0 violations");
        await ChildPrograms.UntilAsync(() => Task.FromResult(ChildPrograms.All(Path.Combine(_folder, "dynamodb.db")).Count == 0));
    }

    [Fact]
    public async Task Run_Cancelled_LeavesNoProcess()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var options = new KillRunOptions { DataFolder = _folder, Kills = 1_000, Customers = 1 };
        var run = new KillRun(options, RealTime.Clock, new RunCount("kills", RealTime.Clock), _ => stopping.Cancel()).RunAsync(stopping.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        await ChildPrograms.UntilAsync(() => Task.FromResult(ChildPrograms.All(Path.Combine(_folder, "dynamodb.db")).Count == 0));
    }
}
