using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Lets a test's clock run while something waits by it.</summary>
internal static class Patience
{
    private const int MaxSteps = 5_000;

    private static readonly TimeSpan RealPause = TimeSpan.FromMilliseconds(5);

    /// <summary>Moves the clock on, step by step, until the task is done; its failure is the caller's to see.</summary>
    public static async Task RunUntilAsync(this FakeTimeProvider time, TimeSpan step, Task task)
    {
        for (var steps = 0; !task.IsCompleted; steps++)
        {
            steps.ShouldBeLessThan(MaxSteps, "The task never ends.");
            await task.WaitAsync(RealPause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            time.Advance(step);
        }
    }
}
