using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

/// <summary>Random sends, receives, deletes, pauses and restarts, against what must hold whatever happens.</summary>
public sealed class QueueSimulationTests
{
    private const int Steps = 400;

    [Theory]
    [InlineData("orders", 1)]
    [InlineData("orders", 2)]
    [InlineData("orders.fifo", 3)]
    [InlineData("orders.fifo", 4)]
    public async Task Queue_UnderRandomUse_LosesNothingAndKeepsItsPromises(string queue, ulong seed)
    {
        await using var sqs = await SqsFixture.OpenAsync(maxCachedContentBytes: 100);
        var fifo = queue.EndsWith(".fifo", StringComparison.Ordinal);
        var dead = fifo ? "dead.fifo" : "dead";
        await sqs.QueueAsync(dead);
        await sqs.QueueAsync(queue, ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn(dead)}}","maxReceiveCount":4}"""));
        var random = new SeededRandomSource(seed);
        var held = new Dictionary<string, (ReceivedMessage Message, long UntilMs)>();
        var (sent, deleted) = (0, 0);

        for (var step = 0; step < Steps; step++)
        {
            var nowMs = sqs.Time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var over in held.Where(entry => entry.Value.UntilMs <= nowMs).ToList())
                held.Remove(over.Key);
            switch ((int)(random.NextDouble() * 10))
            {
                case < 4:
                    await sqs.SendAsync(queue, $"{sent}", fifo ? $"g{sent % 4}" : null, fifo ? $"{sent}" : null);
                    sent++;
                    break;
                case < 7:
                    var received = await sqs.ReceiveAsync(queue, most: 3, visibility: 10);
                    if (fifo)
                        ShouldBeNextInTheirGroups(received, held.Values.Select(entry => entry.Message));
                    foreach (var message in received)
                    {
                        held.ContainsKey(message.MessageId).ShouldBeFalse("a hidden message was received");
                        held.Add(message.MessageId, (message, nowMs + 10_000));
                    }
                    break;
                case 7 when held.Count > 0:
                    var (id, (done, _)) = held.MinBy(entry => int.Parse(entry.Value.Message.Content.Body));
                    (await sqs.DeleteAsync(queue, done)).ShouldBeNull();
                    held.Remove(id);
                    deleted++;
                    break;
                case 8:
                    sqs.Time.Advance(TimeSpan.FromSeconds(random.NextDouble() * 6));
                    break;
                case 9 when step % 5 == 0:
                    await sqs.RestartAsync();
                    break;
            }

            var (visible, inFlight, delayed) = await sqs.CountsAsync(queue);
            var letters = await sqs.CountsAsync(dead);
            (visible + inFlight + delayed + letters.Visible + deleted).ShouldBe(sent, $"seed {seed}, step {step}");
        }
        sent.ShouldBeGreaterThan(0);
        deleted.ShouldBeGreaterThan(0);
    }

    /// <summary>A group comes in its order, and only when nothing of it is in flight.</summary>
    private static void ShouldBeNextInTheirGroups(IReadOnlyList<ReceivedMessage> received, IEnumerable<ReceivedMessage> held)
    {
        received.Select(GroupOf).Intersect(held.Select(GroupOf)).ShouldBeEmpty();
        foreach (var group in received.GroupBy(GroupOf))
            group.Select(message => message.SystemAttributes["SequenceNumber"]).ShouldBeInOrder();
    }

    private static string GroupOf(ReceivedMessage message) => message.SystemAttributes["MessageGroupId"];
}
