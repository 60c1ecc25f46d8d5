using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Sqs.Storage;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.Sqs;

/// <summary>
/// Amazon SQS on one machine: durable standard and FIFO queues. What was answered is on disk. Used in the process
/// directly, and over the protocol through <see cref="Protocol.SqsApi"/>.
/// </summary>
internal sealed class SqsService : IAsyncDisposable
{
    private readonly QueueStore _store;

    private SqsService(QueueStore store, SqsOptions options)
    {
        _store = store;
        Options = options;
        Queues = new QueueCatalog(store, options);
        Messages = new QueueMessages(store, options);
        Moves = new QueueMoves(store);
    }

    /// <summary>Whose queues these are, and where they are reached.</summary>
    public SqsOptions Options { get; }

    /// <summary>Creates, describes, changes and deletes queues.</summary>
    public QueueCatalog Queues { get; }

    /// <summary>Sends, receives, deletes and hides messages.</summary>
    public QueueMessages Messages { get; }

    /// <summary>Moves dead letters back.</summary>
    public QueueMoves Moves { get; }

    /// <summary>Reads the queues back from the database.</summary>
    /// <param name="database">Opened with <see cref="SqsSchema.Sql"/>; it must outlive the service.</param>
    /// <param name="options">Whose queues these are, and where they are reached.</param>
    /// <param name="time">The clock of every delay, timeout and retention.</param>
    /// <param name="random">The source of message ids.</param>
    /// <param name="logger">Told when a write fails.</param>
    public static async Task<SqsService> OpenAsync(
        LocalDatabase database, SqsOptions options, TimeProvider time, IRandomSource random, ILogger<SqsService> logger) =>
        new(await QueueStore.OpenAsync(database, options, time, random, logger), options);

    /// <summary>Answers waiting receives with nothing and waits for what is being written.</summary>
    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
