using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>
/// One operation under the store's lock: it changes the index and notes the same change for the disk, so that both
/// always say the same.
/// </summary>
internal sealed class QueueOperation(QueueIndex index, SqsOptions options, IRandomSource random, long nowMs)
{
    private readonly HashSet<MessageQueue> _touched = [];
    private readonly List<(WaitingReceive Waiting, IReadOnlyList<TakenMessage> Taken)> _served = [];

    public QueueIndex Index { get; } = index;

    public SqsOptions Options { get; } = options;

    public long NowMs { get; } = nowMs;

    public QueueJournal Journal { get; } = new();

    /// <summary>The queues that this operation changed.</summary>
    public IReadOnlyCollection<MessageQueue> Touched => _touched;

    /// <summary>Set by an operation that starts a move task, so that its first step is scheduled.</summary>
    public bool MovesChanged { get; set; }

    public MessageQueue Require(string name) => Index.Find(name) ?? throw SqsErrors.QueueDoesNotExist(name);

    /// <summary>The queue of an ARN; null when it is another account's or region's, or does not exist.</summary>
    public MessageQueue? Find(string arn) =>
        QueueArn.TryParse(arn, out var parsed) && parsed.Region == Options.Region && parsed.AccountId == Options.AccountId
            ? Index.Find(parsed.Name)
            : null;

    public string ArnOf(MessageQueue queue) => new QueueArn(Options.Region, Options.AccountId, queue.Name).ToString();

    public long NewPosition() => Index.NewPosition(Journal);

    public Guid NewId() => random.NewGuid();

    /// <summary>Notes that waiting receives of the queue may be served now, or that its next due time changed.</summary>
    public void Touch(MessageQueue queue) => _touched.Add(queue);

    public void Add(MessageQueue queue, QueuedMessage message, MessageContent content)
    {
        Journal.Add(queue, message, content);
        Index.Cache(message, content, Options.MaxCachedContentBytes);
        queue.Add(message, NowMs);
        Touch(queue);
    }

    public void Remove(MessageQueue queue, QueuedMessage message)
    {
        queue.Remove(message);
        Discard(queue, message);
    }

    public List<TakenMessage> Receive(MessageQueue queue, ReceiveRequest request)
    {
        var messages = queue.Receive(request, Options.MaxInFlightMessages, NowMs);
        foreach (var message in messages)
            Journal.Deliver(message);
        if (messages.Count == 0)
            return [];
        Touch(queue);
        if (request.AttemptId is { } attempt)
            queue.Attempts.Add(attempt, messages.ConvertAll(message => message.Receipt(queue.Id)), NowMs);
        var taken = messages.ConvertAll(message => TakenMessage.Of(queue.Id, message));
        // A receive without a timeout shows the messages again at once, which may have been once too often.
        if (!messages[0].Hidden)
            MoveDeadLetters(queue, messages);
        return taken;
    }

    public void Hide(MessageQueue queue, QueuedMessage message, long visibleMs)
    {
        queue.Hide(message, visibleMs, NowMs);
        Journal.Deliver(message);
        Touch(queue);
        if (!message.Hidden)
            MoveDeadLetters(queue, [message]);
    }

    /// <summary>Moves those of the visible messages that were received too often.</summary>
    public void MoveDeadLetters(MessageQueue queue, IReadOnlyCollection<QueuedMessage> visible)
    {
        if (queue.Settings.RedrivePolicy is not { } policy || Find(policy.DeadLetterTargetArn) is not { } target || target == queue)
            return;
        foreach (var message in visible.Where(message => message.ReceiveCount >= policy.MaxReceiveCount))
        {
            queue.Remove(message);
            message.DeadLetterSourceArn = ArnOf(queue);
            message.VisibleMs = NowMs;
            // A FIFO queue's retention starts again in the dead-letter queue; a standard queue's goes on.
            if (target.Settings.Fifo)
                message.SentMs = NowMs;
            target.Add(message, NowMs);
            Journal.MoveToDeadLetters(message, target);
            Touch(target);
        }
        Touch(queue);
    }

    /// <summary>Does what became due by time alone, and finds out when something is due next.</summary>
    /// <returns>The next due time in Unix milliseconds.</returns>
    public long Advance()
    {
        foreach (var queue in Index.Queues)
        {
            foreach (var expired in queue.Expire(NowMs))
                Discard(queue, expired);
            var appeared = queue.Appear(NowMs);
            if (appeared.Count > 0)
            {
                Touch(queue);
                MoveDeadLetters(queue, appeared);
            }
            // Whoever waited to the end still gets what appeared in that very moment.
            foreach (var waiting in queue.EndWaits(NowMs))
                _served.Add((waiting, Receive(queue, waiting.Request)));
        }

        foreach (var task in Index.Moves.Where(task => task.Status == MoveTaskStatus.Running && task.NextMs <= NowMs))
            MessageMover.Advance(this, task);

        var due = Index.Queues.Select(queue => queue.NextDueMs).DefaultIfEmpty(long.MaxValue).Min();
        return Math.Min(due, MessageMover.NextDueMs(Index.Moves));
    }

    /// <summary>Gives what can be received now to those who wait for it, in the order in which they came.</summary>
    public void ServeWaiting()
    {
        foreach (var queue in _touched.Where(queue => queue.Waiting.Count > 0).ToList())
        {
            while (queue.FirstWaiting is { } waiting && Receive(queue, waiting.Request) is { Count: > 0 } taken)
            {
                queue.StopWaiting(waiting);
                _served.Add((waiting, taken));
            }
        }
    }

    /// <summary>Lets those who were served go on as soon as the operation is on disk.</summary>
    public void Release(Task committed)
    {
        foreach (var (waiting, taken) in _served)
            waiting.Serve(new Delivery(taken, committed));
    }

    private void Discard(MessageQueue queue, QueuedMessage message)
    {
        Journal.Remove(message);
        Index.Forget(message);
        Touch(queue);
    }
}
