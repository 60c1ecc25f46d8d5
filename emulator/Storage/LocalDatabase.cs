using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.Storage;

/// <summary>
/// The emulator's one SQLite database. All writes go through one thread that puts whatever is waiting into one
/// transaction, so that many executions and queues share one commit. A write's task completes after its commit:
/// what it wrote survives <c>kill -9</c>, and with full synchronisation a power cut.
/// </summary>
internal sealed class LocalDatabase : IAsyncDisposable
{
    /// <summary>The most writes that one commit takes.</summary>
    public const int MaxWritesPerCommit = 1024;

    /// <summary>
    /// The number of the form in which everything is stored, kept in the file as <c>user_version</c>. What an older program would
    /// misread, such as another column or another form of a stored event, takes the next number. Files without one are older.
    /// </summary>
    public const int Format = 1;

    private const string Journal = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _reader;
    private readonly SemaphoreSlim _readGate = new(1, 1);
    private readonly Channel<PendingWrite> _pending =
        Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Wakes the writer. It does not spin before it sleeps: between two small writes it would keep a core busy.</summary>
    private readonly ManualResetEventSlim _arrived = new(initialState: false, spinCount: 0);
    private readonly Task _writing;

    private LocalDatabase(SqliteConnection writer, SqliteConnection reader)
    {
        _writer = writer;
        _reader = reader;
        _writing = Task.Factory.StartNew(
            WriteLoop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Opens the database, creating it where it does not exist.</summary>
    /// <param name="path">The database file; its folder exists.</param>
    /// <param name="schema">SQL that may run at each start (<c>CREATE TABLE IF NOT EXISTS …</c>), one text per component.</param>
    /// <exception cref="NewerFormatException">A later version of the program wrote it. Nothing has been changed.</exception>
    public static LocalDatabase Open(string path, params IEnumerable<string> schema)
    {
        var writer = Connect(path);
        try
        {
            var format = FormatOf(writer);
            if (format > Format)
                throw new NewerFormatException(path, format, Format);
            Run(writer, Journal);
            foreach (var statements in schema)
                Run(writer, statements);
            if (format < Format)
                Run(writer, $"PRAGMA user_version = {Format}");
            var reader = Connect(path);
            Run(reader, Journal);
            return new LocalDatabase(writer, reader);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Queues a write and completes after the commit that contains it.</summary>
    /// <param name="write">Runs on the writer thread; may run twice when another write of its group fails.</param>
    /// <exception cref="SqliteException">The write failed; nothing of it is stored. The other writes of its group are not affected.</exception>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public Task WriteAsync(Action<WriteTransaction> write)
    {
        var pending = new PendingWrite(write, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        ObjectDisposedException.ThrowIf(!_pending.Writer.TryWrite(pending), this);
        _arrived.Set();
        return pending.Done.Task;
    }

    /// <summary>Reads committed data on a connection of its own, one reader at a time.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read)
    {
        await _readGate.WaitAsync();
        try
        {
            return read(_reader);
        }
        finally
        {
            _readGate.Release();
        }
    }

    /// <summary>Commits what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_pending.Writer.TryComplete())
            _arrived.Set();
        await _writing;
        await _writer.DisposeAsync();
        await _reader.DisposeAsync();
        _readGate.Dispose();
        _arrived.Dispose();
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static long FormatOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is a constant of this program
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private void WriteLoop()
    {
        using var statements = new WriteTransaction(_writer);
        var group = new List<PendingWrite>(MaxWritesPerCommit);
        while (!_pending.Reader.Completion.IsCompleted)
        {
            _arrived.Wait();
            _arrived.Reset();
            while (_pending.Reader.TryPeek(out _))
            {
                group.Clear();
                while (group.Count < MaxWritesPerCommit && _pending.Reader.TryRead(out var write))
                    group.Add(write);
                Commit(statements, group);
            }
        }
    }

#pragma warning disable CA1031 // a failed write belongs to its caller, whatever it is
    private void Commit(WriteTransaction statements, List<PendingWrite> group)
    {
        try
        {
            Run(_writer, "BEGIN IMMEDIATE");
            foreach (var write in group)
                write.Action(statements);
            Run(_writer, "COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            if (group.Count == 1)
                group[0].Done.TrySetException(error);
            else
                foreach (var write in group)
                    Commit(statements, [write]);
            return;
        }
        foreach (var write in group)
            write.Done.TrySetResult();
    }

    private void RollBack()
    {
        try
        {
            Run(_writer, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // BEGIN itself failed, or SQLite has rolled back already: there is no transaction to leave.
        }
    }
#pragma warning restore CA1031

    private readonly record struct PendingWrite(Action<WriteTransaction> Action, TaskCompletionSource Done);
}
