using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>
/// Redrives dead letters in the background. Tasks are durable: after a restart a running one goes on. Every method
/// may throw an <see cref="AwsJson.AwsJsonException"/> with AWS's error.
/// </summary>
internal sealed class QueueMoves
{
    private readonly QueueStore _store;

    internal QueueMoves(QueueStore store) => _store = store;

    /// <summary>Starts to move the messages that are visible now.</summary>
    /// <param name="sourceArn">A dead-letter queue: at least one queue must name it in its redrive policy.</param>
    /// <param name="destinationArn">Null sends each message back to the queue that it came from.</param>
    /// <param name="ratePerSecond">1 to 500; null moves as fast as the disk takes it.</param>
    /// <returns>The task's handle.</returns>
    public Task<string> StartAsync(string sourceArn, string? destinationArn, int? ratePerSecond) =>
        _store.RunAsync(operation =>
        {
            if (ratePerSecond is < 1 or > SqsLimits.MoveRatePerSecond)
            {
                throw SqsErrors.InvalidParameterValue(
                    $"MaxNumberOfMessagesPerSecond {ratePerSecond} is not between 1 and {SqsLimits.MoveRatePerSecond}.");
            }
            var source = Require(operation, "SourceArn", sourceArn);
            if (destinationArn is not null)
                CheckDestination(operation, source, destinationArn);
            if (!operation.Index.Queues.Any(queue => queue.Settings.RedrivePolicy?.DeadLetterTargetArn == sourceArn))
            {
                throw SqsErrors.InvalidParameterValue(
                    "SourceArn names a queue that is no other queue's dead-letter queue.");
            }
            if (TasksOf(operation, source).Any(task => task.Status == MoveTaskStatus.Running))
            {
                throw SqsErrors.InvalidParameterValue(
                    "SourceArn names a queue whose messages are being moved already.");
            }

            var task = new MoveTask(operation.NewPosition(), source.Id)
            {
                DestinationArn = destinationArn,
                RatePerSecond = ratePerSecond,
                StartedMs = operation.NowMs,
                ToMove = source.Counts.Visible,
                NextMs = MessageMover.FirstDueMs(operation.NowMs, ratePerSecond),
            };
            operation.Index.Moves.Add(task);
            operation.Journal.Save(task);
            operation.MovesChanged = true;
            foreach (var old in TasksOf(operation, source).Skip(SqsLimits.MoveTasks).ToList())
            {
                operation.Index.Moves.Remove(old);
                operation.Journal.Remove(old);
            }
            return new MoveTaskHandle(task.Id, sourceArn).ToString();
        });

    /// <summary>The last tasks of a source, the newest first.</summary>
    /// <param name="sourceArn">The dead-letter queue.</param>
    /// <param name="maxResults">1 to 10.</param>
    public Task<IReadOnlyList<MoveTaskDescription>> ListAsync(string sourceArn, int maxResults) =>
        _store.RunAsync<IReadOnlyList<MoveTaskDescription>>(operation =>
        {
            if (maxResults is < 1 or > SqsLimits.MoveTasks)
            {
                throw SqsErrors.InvalidParameterValue(
                    $"MaxResults {maxResults} is not between 1 and {SqsLimits.MoveTasks}.");
            }
            var source = Require(operation, "SourceArn", sourceArn);
            return [.. TasksOf(operation, source).Take(maxResults).Select(task => Describe(task, sourceArn))];
        });

    /// <summary>Stops a running task; what it moved stays moved.</summary>
    /// <returns>How many messages it moved.</returns>
    public Task<long> CancelAsync(string taskHandle) =>
        _store.RunAsync(operation =>
        {
            var handle = MoveTaskHandle.Parse(taskHandle);
            var source = Require(operation, "SourceArn", handle.SourceArn);
            var task = TasksOf(operation, source).FirstOrDefault(task => task.Id == handle.TaskId)
                ?? throw SqsErrors.ResourceNotFound("TaskHandle names a task that does not exist.");
            if (task.Status != MoveTaskStatus.Running)
            {
                throw SqsErrors.UnsupportedOperation(
                    $"TaskHandle names a task that is {task.Status}; only a running one can be cancelled.");
            }
            task.Status = MoveTaskStatus.Cancelled;
            operation.Journal.Save(task);
            return task.Moved;
        });

    private static MessageQueue Require(QueueOperation operation, string member, string arn) =>
        operation.Find(arn) ?? throw SqsErrors.ResourceNotFound($"{member} '{arn}' names no queue.");

    private static void CheckDestination(QueueOperation operation, MessageQueue source, string destinationArn)
    {
        var destination = Require(operation, "DestinationArn", destinationArn);
        if (destination == source)
            throw SqsErrors.InvalidParameterValue("DestinationArn names the source itself.");
        if (destination.Settings.Fifo != source.Settings.Fifo)
            throw SqsErrors.InvalidParameterValue("DestinationArn names a queue of the other type (standard, FIFO).");
    }

    private static IEnumerable<MoveTask> TasksOf(QueueOperation operation, MessageQueue source) =>
        operation.Index.Moves.Where(task => task.SourceId == source.Id).Reverse();

    private static MoveTaskDescription Describe(MoveTask task, string sourceArn) => new(
        task.Status == MoveTaskStatus.Running ? new MoveTaskHandle(task.Id, sourceArn).ToString() : null,
        task.Status,
        sourceArn,
        task.DestinationArn,
        task.RatePerSecond,
        task.Moved,
        task.ToMove,
        task.FailureReason,
        task.StartedMs);
}
