using KakaoWorkflow.Emulator.Clocks;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.StepFunctions.Executions;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>Moves a virtual clock from timer to timer, each time after what moves without the clock has come to rest.</summary>
/// <param name="time">The clock.</param>
/// <param name="engine">Knows whether a step, a write or a call is under way.</param>
/// <param name="functions">Know whether one of them runs.</param>
internal sealed class ClockHand(VirtualTime time, ExecutionEngine engine, LambdaService functions)
{
    /// <summary>So many looks in a row must find nothing new: queues and HTTP hand their work over between two looks.</summary>
    private const int QuietLooks = 3;

    /// <summary>After so many looks, a call that is under way waits for the clock: a function hangs until its time-out, say.</summary>
    private const int PatientLooks = 2_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

#pragma warning disable RS0030 // what runs outside the virtual clock takes real time
    private static readonly TimeProvider RealTime = TimeProvider.System;
#pragma warning restore RS0030

    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + by;
        await RestAsync(cancellationToken);
        while (end - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            time.Advance(left);
            await RestAsync(cancellationToken);
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        var seen = time.Moves;
        for (int quiet = 0, patient = 0; quiet < QuietLooks && patient < PatientLooks;)
        {
            await Task.Delay(Look, RealTime, cancellationToken);
            var isBusy = time.IsFiring || functions.RunningCount > 0 || !engine.WaitUntilIdleAsync(CancellationToken.None).IsCompleted;
            var moves = time.Moves;
            (quiet, patient) = (isBusy || moves != seen ? 0 : quiet + 1, moves != seen ? 0 : patient + 1);
            seen = moves;
        }
    }
}
