using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>Carries dead letters to where a move task sends them.</summary>
internal static class MessageMover
{
    /// <summary>Messages that one step moves when no rate is asked for: enough for one commit, few enough for others to get in between.</summary>
    private const int MessagesPerStep = 500;

    private const int PauseMs = 1;

    public static long NextDueMs(IEnumerable<MoveTask> tasks) => tasks
        .Where(task => task.Status == MoveTaskStatus.Running)
        .Select(task => task.NextMs)
        .DefaultIfEmpty(long.MaxValue)
        .Min();

    /// <summary>When a task's first message is due.</summary>
    public static long FirstDueMs(long nowMs, int? ratePerSecond) => nowMs + IntervalMs(ratePerSecond);

    /// <summary>Moves what is due now.</summary>
    public static void Advance(QueueOperation operation, MoveTask task)
    {
        var interval = IntervalMs(task.RatePerSecond);
        // A late timer is made up for by one step; after a long pause (a suspended machine) the rate still holds.
        task.NextMs = Math.Max(task.NextMs + interval, operation.NowMs);
        var steps = task.RatePerSecond is null ? MessagesPerStep : 1;
        for (var step = 0; step < steps && task.Status == MoveTaskStatus.Running; step++)
            MoveNext(operation, task);
        operation.Journal.Save(task);
    }

    private static void MoveNext(QueueOperation operation, MoveTask task)
    {
        var source = operation.Index.Find(task.SourceId)!;
        var message = task.Moved == task.ToMove ? null : source.Deliverable().FirstOrDefault();
        if (message is null)
        {
            task.Status = MoveTaskStatus.Completed;
            return;
        }

        var arn = task.DestinationArn ?? message.DeadLetterSourceArn;
        if (arn is null || operation.Find(arn) is not { } destination)
        {
            task.Status = MoveTaskStatus.Failed;
            task.FailureReason = arn is null ? "CouldNotDetermineMessageSource" : "AWS.SimpleQueueService.NonExistentQueue";
            return;
        }

        Redrive(operation, source, destination, message);
        task.Moved++;
        if (task.Moved == task.ToMove)
            task.Status = MoveTaskStatus.Completed;
    }

    /// <summary>A redriven message is a new one: new id, no receives, and its retention starts again.</summary>
    private static void Redrive(QueueOperation operation, MessageQueue source, MessageQueue destination, QueuedMessage message)
    {
        var copy = new QueuedMessage(operation.NewPosition(), operation.NewId())
        {
            GroupId = message.GroupId,
            DeduplicationId = message.DeduplicationId,
            SizeBytes = message.SizeBytes,
            SentMs = operation.NowMs,
            VisibleMs = operation.NowMs,
        };
        operation.Journal.AddCopy(destination, copy, message);
        if (message.Content is { } content)
        {
            operation.Index.Forget(message);
            operation.Index.Cache(copy, content, operation.Options.MaxCachedContentBytes);
        }
        operation.Remove(source, message);
        destination.Add(copy, operation.NowMs);
        operation.Touch(destination);
    }

    private static int IntervalMs(int? ratePerSecond) => ratePerSecond is { } rate ? (999 + rate) / rate : PauseMs;
}
