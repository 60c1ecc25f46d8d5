using KakaoWorkflow.Tests.Support.KakaoPay;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>One simulator per test, in a folder of its own.</summary>
public abstract class SimulatorTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SimulatorHost Host { get; private set; } = null!;

    protected string Folder => _folder;

    public async ValueTask InitializeAsync() => Host = await SimulatorHost.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ends the running simulator and starts another on the same file and clock.</summary>
    protected async Task RestartAsync()
    {
        var time = Host.Time;
        await Host.DisposeAsync();
        Host = await SimulatorHost.StartAsync(_folder, time: time, seed: 2);
    }
}
