using KakaoWorkflow.Tests.Proof.Versions.Moments;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>Records what today's code stores, as the set of a version: run once when the version is released, and never again.</summary>
public sealed class RecordVersion(TableServer server, ITestOutputHelper output) : IClassFixture<TableServer>
{
    private const string Variable = "KAKAOWORKFLOW_RECORD_VERSION";

    [Fact(Explicit = true)]
    public async Task Record()
    {
        var name = Environment.GetEnvironmentVariable(Variable);
        name.ShouldNotBeNullOrWhiteSpace($"{Variable} is to name the version");
        var version = new RecordedVersion(Path.Combine(RecordedVersion.Root, name));
        Directory.Exists(version.Folder).ShouldBeFalse("a version is recorded once");
        foreach (var moment in AllMoments.List)
        {
            output.WriteLine(moment.Name);
            await new MomentRecorder(version, server.Address).RecordAsync(moment);
        }
    }
}
