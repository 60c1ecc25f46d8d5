namespace KakaoWorkflow.Attention;

/// <summary>
/// A run by the clock whose failure must not pass unheard: it opens a matter when it can, and a good run closes it.
/// On AWS an alarm hears it, too.
/// </summary>
/// <param name="records">The matters.</param>
/// <param name="kind">The matter's kind.</param>
/// <param name="subject">What it is about.</param>
public sealed class WatchedRun(AttentionRecords records, string kind, string subject)
{
    /// <summary>Runs something.</summary>
    /// <param name="run">What is run.</param>
    /// <param name="whatIsWrong">What is wrong with a result, in one line; null when it is good. Null where each result is.</param>
    /// <exception cref="Exception">What the run ended in; a refused input, which is an <see cref="ArgumentException"/>, opens nothing.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> run, Func<T, string?>? whatIsWrong = null)
    {
        T result;
        try
        {
            result = await run();
        }
        catch (Exception error) when (error is not ArgumentException)
        {
            await TryOpenAsync(error);
            throw;
        }
        if (whatIsWrong?.Invoke(result) is { } detail)
            await records.OpenAsync(kind, subject, orderId: null, detail);
        else
            await records.CloseAsync(kind, subject);
        return result;
    }

#pragma warning disable CA1031 // the failure of the run is what the caller must see
    private async Task TryOpenAsync(Exception error)
    {
        try
        {
            // Messages of foreign exceptions may repeat data.
            await records.OpenAsync(kind, subject, orderId: null, error.GetType().Name);
        }
        catch (Exception)
        {
            // The table itself may be what is out of reach.
        }
    }
#pragma warning restore CA1031
}
