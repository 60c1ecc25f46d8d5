using KakaoWorkflow.Emulator.Sqs;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

/// <summary>A test with queues of its own.</summary>
public abstract class SqsTest(int maxInFlight = SqsLimits.InFlightMessages) : IAsyncLifetime
{
    protected SqsFixture Sqs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sqs = await SqsFixture.OpenAsync(maxInFlight);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Sqs.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what every test of the class starts from.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
