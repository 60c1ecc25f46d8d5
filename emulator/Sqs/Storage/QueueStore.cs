using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>
/// The queues in memory and on disk. One lock serves all of them: an operation holds it for microseconds, dead
/// letters touch two queues at once, and the database has one writer anyway. Decisions are made in memory, their
/// writes are queued in the same order, and nobody gets an answer before the write is committed.
/// </summary>
internal sealed class QueueStore : IAsyncDisposable
{
    private readonly LocalDatabase _database;
    private readonly SqsOptions _options;
    private readonly TimeProvider _time;
    private readonly IRandomSource _random;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _recovering = new(1, 1);
    private readonly ITimer _timer;
    private QueueIndex _index;
    private Task _lastCommit = Task.CompletedTask;
    private long _dueMs;
    private long _timerMs = long.MaxValue;
    private bool _stale;
    private bool _closed;

    private QueueStore(
        LocalDatabase database, SqsOptions options, TimeProvider time, IRandomSource random, ILogger logger, QueueIndex index)
    {
        _database = database;
        _options = options;
        _time = time;
        _random = random;
        _logger = logger;
        _index = index;
        _timer = time.CreateTimer(_ => _ = CatchUpAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public static async Task<QueueStore> OpenAsync(
        LocalDatabase database, SqsOptions options, TimeProvider time, IRandomSource random, ILogger logger)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var index = await database.ReadAsync(connection => QueueLoader.Load(connection, nowMs));
        var store = new QueueStore(database, options, time, random, logger, index);
        await store.RunAsync(SweepDeadLetters);
        return store;
    }

    /// <summary>Runs an operation and completes after its commit, or, if it changed nothing, after the commits before it.</summary>
    public async Task<T> RunAsync<T>(Func<QueueOperation, T> operation)
    {
        T? result;
        Task commit;
        while (!TryRun(operation, out result, out commit))
            await RecoverAsync();
        await commit;
        return result!;
    }

    /// <summary>Ends the wait of a consumer that has gone.</summary>
    public void StopWaiting(long queueId, WaitingReceive waiting, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_index.Find(queueId)?.StopWaiting(waiting) == true)
                waiting.Cancel(cancellationToken);
        }
    }

    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read) => _database.ReadAsync(read);

    public async ValueTask DisposeAsync()
    {
        Task commit;
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            commit = _lastCommit;
            foreach (var queue in _index.Queues)
            {
                foreach (var waiting in queue.Waiting)
                    waiting.Serve(Delivery.Nothing);
            }
        }
        await _timer.DisposeAsync();
        await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool TryRun<T>(Func<QueueOperation, T> operation, out T? result, out Task commit)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            result = default;
            commit = _lastCommit;
            if (_stale)
                return false;

            var current = new QueueOperation(_index, _options, _random, NowMs);
            try
            {
                if (_dueMs <= current.NowMs)
                    _dueMs = current.Advance();
                result = operation(current);
            }
            finally
            {
                // Also when the operation is refused: what was due by time has happened all the same.
                current.ServeWaiting();
                commit = Commit(current);
                current.Release(commit);
                Schedule(current);
            }
            return true;
        }
    }

    private Task Commit(QueueOperation operation)
    {
        if (!operation.Journal.IsEmpty)
            _lastCommit = CommitAsync(operation.Journal);
        return _lastCommit;
    }

    private async Task CommitAsync(QueueJournal journal)
    {
        try
        {
            await _database.WriteAsync(journal.WriteTo);
        }
        catch (Exception error)
        {
            _logger.LogError(error, "A write of the queues failed; they are read again from disk");
            lock (_gate)
                _stale = true;
            throw;
        }
    }

    /// <summary>After a failed write memory says more than the disk: reads the disk again.</summary>
    private async Task RecoverAsync()
    {
        await _recovering.WaitAsync();
        try
        {
            lock (_gate)
            {
                if (!_stale)
                    return;
            }
            // Writes that were queued before must have settled before the disk is read.
            await _database.WriteAsync(static _ => { });
            var index = await _database.ReadAsync(connection => QueueLoader.Load(connection, NowMs));
            lock (_gate)
                Replace(index);
        }
        finally
        {
            _recovering.Release();
        }
        await RunAsync(SweepDeadLetters);
    }

    private void Replace(QueueIndex index)
    {
        foreach (var queue in _index.Queues)
        {
            var successor = index.Find(queue.Id);
            foreach (var waiting in queue.Waiting)
            {
                if (successor is null)
                    waiting.Fail(SqsErrors.QueueDoesNotExist(queue.Name));
                else
                    successor.Wait(waiting);
            }
        }
        _index = index;
        _lastCommit = Task.CompletedTask;
        _dueMs = 0;
        _stale = false;
    }

    /// <summary>While nobody watched, messages may have become visible that belong into a dead-letter queue.</summary>
    private static bool SweepDeadLetters(QueueOperation operation)
    {
        foreach (var queue in operation.Index.Queues)
        {
            operation.MoveDeadLetters(queue, [.. queue.Messages.Where(message => !message.Hidden)]);
            operation.Touch(queue);
        }
        return true;
    }

    private void Schedule(QueueOperation operation)
    {
        foreach (var queue in operation.Touched)
            _dueMs = Math.Min(_dueMs, queue.NextDueMs);
        if (operation.MovesChanged)
            _dueMs = Math.Min(_dueMs, MessageMover.NextDueMs(_index.Moves));
        if (_dueMs == _timerMs || _dueMs == long.MaxValue)
            return;
        _timerMs = _dueMs;
        // Never zero: a timer that fires within Change would run inside this lock.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, _dueMs - operation.NowMs)), Timeout.InfiniteTimeSpan);
    }

    private async Task CatchUpAsync()
    {
        try
        {
            lock (_gate)
                _timerMs = long.MaxValue;
            await RunAsync(static _ => true);
        }
        catch (ObjectDisposedException)
        {
            // The store closed while the timer fired.
        }
#pragma warning disable CA1031 // a failed write has been logged, and the next operation recovers from it
        catch (Exception error)
#pragma warning restore CA1031
        {
            _logger.LogWarning(error, "The queues could not be brought up to date");
        }
    }
}
