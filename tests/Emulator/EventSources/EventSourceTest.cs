using KakaoWorkflow.Emulator.EventSources;
using KakaoWorkflow.Tests.Emulator.Sqs;

namespace KakaoWorkflow.Tests.Emulator.EventSources;

/// <summary>A test with a standard queue, <c>orders</c>, and a FIFO queue, <c>orders.fifo</c>.</summary>
public abstract class EventSourceTest : SqsTest
{
    protected override async Task PrepareAsync()
    {
        await Sqs.QueueAsync("orders");
        await Sqs.QueueAsync("orders.fifo", ("ContentBasedDeduplication", "true"));
    }

    private protected Task<EventSourceMapping> StartAsync(ILambdaInvoker lambda, EventSourceMappingOptions? options = null) =>
        EventSourceMapping.StartAsync(
            Sqs.Service, lambda, options ?? new("orders", "f"), Sqs.Time, new SeededRandomSource(1), NullLogger<EventSourceMapping>.Instance);
}
