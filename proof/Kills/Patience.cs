namespace KakaoWorkflow.Proof.Kills;

/// <summary>Does what people do when nothing answers: the same again, up to a limit.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">For how long.</param>
internal sealed class Patience(TimeProvider time, TimeSpan limit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Repeats a deed until it says that it is done; one that fails is repeated too.</summary>
    /// <exception cref="TimeoutException">It was not done in time; the message says what, and why the last try failed.</exception>
    public async Task UntilAsync(Func<Task<bool>> deed, string what, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        Exception? last = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await deed())
                    return;
            }
#pragma warning disable CA1031 // a killed host fails in every way that there is, and people try again after each
            catch (Exception error)
#pragma warning restore CA1031
            {
                last = error;
            }
            if (time.GetElapsedTime(begun) > limit)
                throw new TimeoutException($"Waited in vain for {what}{(last is null ? "" : ": " + last.Message)}", last);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
