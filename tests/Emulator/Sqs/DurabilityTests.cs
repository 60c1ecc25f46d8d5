using KakaoWorkflow.Emulator.Sqs.Messages;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class DurabilityTests
{
    private const string RefusesPoison = """
        CREATE TRIGGER IF NOT EXISTS refuse_send BEFORE INSERT ON sqs_message WHEN NEW.body = 'refused'
        BEGIN SELECT RAISE(ABORT, 'refused'); END;
        CREATE TRIGGER IF NOT EXISTS refuse_delete BEFORE DELETE ON sqs_message WHEN OLD.body = 'kept'
        BEGIN SELECT RAISE(ABORT, 'kept'); END;
        """;

    [Fact]
    public async Task Restart_KeepsMessagesWithAllTheyHave()
    {
        await using var sqs = await SqsFixture.OpenAsync();
        await sqs.QueueAsync("orders");
        var attributes = new Dictionary<string, MessageAttributeValue>
        {
            ["kind"] = new("String.label", "주문", null),
            ["bytes"] = new("Binary", null, new byte[] { 0, 255 }),
        };
        var sent = await sqs.Service.Messages.SendAsync("orders", new OutgoingMessage("아메리카노") { Attributes = attributes, TraceHeader = "Root=1" });

        await sqs.RestartAsync();
        var message = (await sqs.ReceiveAsync("orders")).ShouldHaveSingleItem();
        message.MessageId.ShouldBe(sent.MessageId);
        message.Content.Body.ShouldBe("아메리카노");
        message.SystemAttributes["AWSTraceHeader"].ShouldBe("Root=1");
        MessageDigest.OfAttributes(message.Content.Attributes).ShouldBe(sent.AttributesMd5);
    }

    [Fact]
    public async Task Restart_KeepsAReceivedMessageHiddenUntilItsTimeout_WithItsReceipt()
    {
        await using var sqs = await SqsFixture.OpenAsync();
        await sqs.QueueAsync("orders");
        await sqs.SendAsync("orders", "a");
        var message = (await sqs.ReceiveAsync("orders"))[0];

        await sqs.RestartAsync();
        (await sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await sqs.CountsAsync("orders")).ShouldBe((1, 0, 0));
        (await sqs.DeleteAsync("orders", message)).ShouldBeNull();
        (await sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
        await sqs.RestartAsync();
        (await sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Restart_KeepsQueuesAttributesAndTags()
    {
        await using var sqs = await SqsFixture.OpenAsync();
        await sqs.Service.Queues.CreateAsync(
            "orders.fifo",
            new Dictionary<string, string> { ["FifoQueue"] = "true", ["VisibilityTimeout"] = "7", ["KmsMasterKeyId"] = "alias/x" },
            new Dictionary<string, string> { ["team"] = "café" });
        var before = (await sqs.Service.Queues.DescribeAsync("orders.fifo")).ToAttributes();

        await sqs.RestartAsync();
        (await sqs.Service.Queues.DescribeAsync("orders.fifo")).ToAttributes().ShouldBe(before);
        (await sqs.Service.Queues.ListTagsAsync("orders.fifo"))["team"].ShouldBe("café");
    }

    [Fact]
    public async Task Restart_AfterDeletingAQueue_FindsNothingOfIt()
    {
        await using var sqs = await SqsFixture.OpenAsync();
        await sqs.QueueAsync("orders");
        await sqs.SendAsync("orders", "a");
        await sqs.ReceiveAsync("orders");
        await sqs.Service.Queues.DeleteAsync("orders");
        await sqs.QueueAsync("orders");
        await sqs.RestartAsync();
        (await sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Contents_BeyondTheCache_ComeFromDisk()
    {
        await using var sqs = await SqsFixture.OpenAsync(maxCachedContentBytes: 10);
        await sqs.QueueAsync("orders");
        await sqs.SendAsync("orders", "small");
        await sqs.SendAsync("orders", "larger than the cache");
        (await sqs.BodiesAsync("orders")).ShouldBe(["small", "larger than the cache"]);
    }

    [Fact]
    public async Task Send_ThatTheDiskRefuses_FailsAndLeavesNothing()
    {
        await using var sqs = await SqsFixture.OpenAsync(extraSchema: RefusesPoison);
        await sqs.QueueAsync("orders");
        await sqs.SendAsync("orders", "good");
        var waiting = sqs.ReceiveAsync("orders", visibility: 0);
        (await waiting).Count.ShouldBe(1);

        await Should.ThrowAsync<SqliteException>(() => sqs.SendAsync("orders", "refused"));
        (await sqs.BodiesAsync("orders")).ShouldBe(["good"]);
    }

    [Fact]
    public async Task Send_ThatTheDiskRefuses_IsNotGivenToAWaitingConsumer()
    {
        await using var sqs = await SqsFixture.OpenAsync(extraSchema: RefusesPoison);
        await sqs.QueueAsync("orders");
        var served = sqs.ReceiveAsync("orders", waitSeconds: 20);
        var stillWaiting = sqs.ReceiveAsync("orders", waitSeconds: 20);

        await Should.ThrowAsync<SqliteException>(() => sqs.SendAsync("orders", "refused"));
        await Should.ThrowAsync<SqliteException>(() => served);
        await sqs.SendAsync("orders", "good");
        (await stillWaiting)[0].Content.Body.ShouldBe("good");
    }

    [Fact]
    public async Task Delete_ThatTheDiskRefuses_LeavesTheMessageInFlight()
    {
        await using var sqs = await SqsFixture.OpenAsync(extraSchema: RefusesPoison);
        await sqs.QueueAsync("orders");
        await sqs.SendAsync("orders", "kept");
        var message = (await sqs.ReceiveAsync("orders"))[0];

        await Should.ThrowAsync<SqliteException>(() => sqs.DeleteAsync("orders", message));
        (await sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await sqs.BodiesAsync("orders")).ShouldBe(["kept"]);
    }
}
