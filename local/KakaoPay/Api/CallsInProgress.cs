using System.Collections.Concurrent;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>
/// One approve or cancel of a transaction at a time; a second one that comes meanwhile is refused with -785.
/// </summary>
internal sealed class CallsInProgress
{
    private readonly ConcurrentDictionary<string, byte> _tids = new(StringComparer.Ordinal);

    public async Task<T> RunAloneAsync<T>(string tid, Func<Task<T>> call)
    {
        if (!_tids.TryAdd(tid, 0))
            throw new RefusalException(WireError.DuplicateRequest, "The same request is in progress.");
        try
        {
            return await call();
        }
        finally
        {
            _tids.TryRemove(tid, out _);
        }
    }
}
