using KakaoWorkflow.Tests.Proof.Versions.Moments;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

public sealed class RecordedSetTests
{
    private static readonly string[] Personal = ["stackTrace", "127.0.0.1", Path.GetTempPath()];

    [Fact]
    public void EveryMoment_IsRecordedInAVersion()
    {
        AllMoments.List.Select(moment => moment.Name).ShouldBeUnique();
        AllMoments.List.Select(moment => moment.Name).Except(RecordedVersion.All.SelectMany(version => version.MomentNames)).ShouldBeEmpty();
    }

    [Fact]
    public void Records_SayNothingOfTheMachineThatTheyWereMadeOn()
    {
        var files = Directory.GetFiles(RecordedVersion.Root, "*", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        files.Where(file => File.ReadAllText(file) is var text && Personal.Any(word => text.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}
