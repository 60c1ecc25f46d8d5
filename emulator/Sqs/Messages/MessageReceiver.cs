using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>Takes messages from a queue, and deletes or hides what was taken.</summary>
internal static class MessageReceiver
{
    public static BegunReceive Begin(QueueOperation operation, MessageQueue queue, ReceiveRequest request)
    {
        Check(queue, request);
        queue.Attempts.Expire(operation.NowMs);
        var taken = RepeatAttempt(operation, queue, request);
        if (taken.Count == 0)
            taken = operation.Receive(queue, request);
        if (taken.Count > 0)
            return new BegunReceive(queue.Id, queue.Settings.Fifo, taken, null);

        var wait = request.Wait ?? TimeSpan.FromSeconds(queue.Settings.ReceiveWaitSeconds);
        if (wait == TimeSpan.Zero)
        {
            RequireRoom(operation, queue);
            return new BegunReceive(queue.Id, queue.Settings.Fifo, [], null);
        }
        if (queue.Waiting.Count == SqsLimits.WaitingReceives)
        {
            throw SqsErrors.RequestThrottled(
                $"{SqsLimits.WaitingReceives} receives already wait on queue '{queue.Name}'.");
        }
        var waiting = new WaitingReceive(request, operation.NowMs + (long)Math.Ceiling(wait.TotalMilliseconds));
        queue.Wait(waiting);
        operation.Touch(queue);
        return new BegunReceive(queue.Id, queue.Settings.Fifo, [], waiting);
    }

    public static void Delete(QueueOperation operation, MessageQueue queue, string receiptHandle)
    {
        var receipt = Parse(queue, receiptHandle);
        if (!queue.TryFind(receipt, out var message))
            return;
        RequireUnexpired(queue, message);
        operation.Remove(queue, message);
    }

    public static void ChangeVisibility(QueueOperation operation, MessageQueue queue, string receiptHandle, int timeoutSeconds)
    {
        CheckTimeout(timeoutSeconds);
        var receipt = Parse(queue, receiptHandle);
        if (!queue.TryFind(receipt, out var message))
        {
            throw SqsErrors.InvalidParameterValue(
                "ReceiptHandle names a message that is gone, or that was received again since.");
        }
        RequireUnexpired(queue, message);
        var visibleMs = operation.NowMs + (timeoutSeconds * 1000L);
        if (visibleMs > message.ReceivedMs + (SqsLimits.VisibilityTimeoutSeconds * 1000L))
        {
            throw SqsErrors.InvalidParameterValue(
                $"VisibilityTimeout {timeoutSeconds} would hide the message for more than {SqsLimits.VisibilityTimeoutSeconds} seconds after its receive.");
        }
        operation.Hide(queue, message, visibleMs);
    }

    private static void Check(MessageQueue queue, ReceiveRequest request)
    {
        if (request.MaxMessages is < 1 or > SqsLimits.BatchEntries)
        {
            throw SqsErrors.InvalidParameterValue(
                $"MaxNumberOfMessages {request.MaxMessages} is not between 1 and {SqsLimits.BatchEntries}.");
        }
        if (request.VisibilityTimeoutSeconds is { } timeout)
            CheckTimeout(timeout);
        if (request.Wait is { } wait && (wait < TimeSpan.Zero || wait > TimeSpan.FromSeconds(SqsLimits.WaitTimeSeconds)))
        {
            throw SqsErrors.InvalidParameterValue(
                $"WaitTimeSeconds {wait.TotalSeconds} is not between 0 and {SqsLimits.WaitTimeSeconds}.");
        }
        if (request.AttemptId is { } attempt && (!queue.Settings.Fifo || !MessageText.IsToken(attempt)))
        {
            throw SqsErrors.InvalidParameterValue(
                $"ReceiveRequestAttemptId is for FIFO queues, with 1 to {SqsLimits.TokenLength} letters, digits or punctuation marks.");
        }
    }

    private static void CheckTimeout(int timeoutSeconds)
    {
        if (timeoutSeconds is < 0 or > SqsLimits.VisibilityTimeoutSeconds)
        {
            throw SqsErrors.InvalidParameterValue(
                $"VisibilityTimeout {timeoutSeconds} is not between 0 and {SqsLimits.VisibilityTimeoutSeconds}.");
        }
    }

    /// <summary>The same messages with the same receipts and a fresh timeout, if nobody changed any of them.</summary>
    private static List<TakenMessage> RepeatAttempt(QueueOperation operation, MessageQueue queue, ReceiveRequest request)
    {
        var messages = new List<QueuedMessage>();
        foreach (var receipt in request.AttemptId is { } attempt ? queue.Attempts.Find(attempt) : [])
        {
            if (!queue.TryFind(receipt, out var message) || !message.InFlight)
                return [];
            messages.Add(message);
        }

        var timeoutSeconds = request.VisibilityTimeoutSeconds ?? queue.Settings.VisibilityTimeoutSeconds;
        foreach (var message in messages)
            operation.Hide(queue, message, operation.NowMs + (timeoutSeconds * 1000L));
        return messages.ConvertAll(message => TakenMessage.Of(queue.Id, message));
    }

    /// <summary>A standard queue tells a short poll why it gets nothing; a FIFO queue says nothing, as on AWS.</summary>
    private static void RequireRoom(QueueOperation operation, MessageQueue queue)
    {
        var most = operation.Options.MaxInFlightMessages;
        if (!queue.Settings.Fifo && queue.Counts is { Visible: > 0 } counts && counts.InFlight >= most)
            throw SqsErrors.OverLimit($"Queue '{queue.Name}' has {most} messages in flight.");
    }

    private static ReceiptHandle Parse(MessageQueue queue, string text) =>
        ReceiptHandle.TryParse(text, queue.Id, out var receipt) ? receipt : throw SqsErrors.ReceiptHandleIsInvalid();

    /// <summary>On FIFO queues a receipt ends with its visibility timeout; on standard queues it holds until the next receive.</summary>
    private static void RequireUnexpired(MessageQueue queue, QueuedMessage message)
    {
        if (queue.Settings.Fifo && !message.InFlight)
        {
            throw SqsErrors.InvalidParameterValue(
                "ReceiptHandle has expired: the visibility timeout of its receive is over.");
        }
    }
}
