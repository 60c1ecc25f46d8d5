using System.Collections.Concurrent;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>
/// Watches the queues from outside: sends messages to a queue of its own all the time and receives them again. A message whose
/// send was answered must be received; one whose deletion was answered must not come back.
/// </summary>
/// <param name="sqs">The queues.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">How long the queue's creation is tried.</param>
internal sealed class MessageWitness(IAmazonSQS sqs, TimeProvider time, Patience patience)
{
    private const int MaxMessages = 10;

    private static readonly TimeSpan SendPause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan FailurePause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, bool> _accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _received = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _deleted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _returned = new(StringComparer.Ordinal);

    /// <summary>The messages whose send was answered.</summary>
    public int Accepted => _accepted.Count;

    /// <summary>Those that were sent, and never received.</summary>
    public IEnumerable<string> Lost => _accepted.Keys.Where(message => !_received.ContainsKey(message));

    /// <summary>Those that were received although their deletion had been answered.</summary>
    public ICollection<string> Returned => _returned.Keys;

    /// <summary>Sends until it is told to stop.</summary>
    public async Task SendAsync(CancellationToken stopping)
    {
        var url = await OpenAsync(stopping);
        for (var number = 0L; !stopping.IsCancellationRequested; number++)
        {
            await TryAsync(
                async () => _accepted[(await sqs.SendMessageAsync(new SendMessageRequest(url, $"message {number}"), stopping)).MessageId] = true,
                stopping);
            await PauseAsync(SendPause, stopping);
        }
    }

    /// <summary>Receives until it is told to stop.</summary>
    public async Task ReceiveAsync(CancellationToken stopping)
    {
        var url = await OpenAsync(stopping);
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync(
                async () =>
                {
                    var request = new ReceiveMessageRequest(url) { MaxNumberOfMessages = MaxMessages, WaitTimeSeconds = 1 };
                    foreach (var message in (await sqs.ReceiveMessageAsync(request, stopping)).Messages ?? [])
                    {
                        _received[message.MessageId] = true;
                        if (_deleted.ContainsKey(message.MessageId))
                            _returned[message.MessageId] = true;
                        await sqs.DeleteMessageAsync(url, message.ReceiptHandle, stopping);
                        _deleted[message.MessageId] = true;
                    }
                },
                stopping);
        }
    }

    private async Task<string> OpenAsync(CancellationToken stopping)
    {
        var url = "";
        await patience.UntilAsync(
            async () =>
            {
                url = (await sqs.CreateQueueAsync("witness", stopping)).QueueUrl;
                return true;
            },
            "the witness's queue",
            stopping);
        return url;
    }

    private async Task TryAsync(Func<Task> deed, CancellationToken stopping)
    {
        try
        {
            await deed();
        }
#pragma warning disable CA1031 // while the host is down everything fails; what counts is what was answered
        catch (Exception)
#pragma warning restore CA1031
        {
            await PauseAsync(FailurePause, stopping);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stopping) =>
        await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
