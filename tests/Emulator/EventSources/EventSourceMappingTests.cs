using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Tests.Emulator.Sqs;

namespace KakaoWorkflow.Tests.Emulator.EventSources;

public sealed class EventSourceMappingTests : EventSourceTest
{
    [Fact]
    public async Task Event_HasTheShapeThatLambdaDelivers()
    {
        var lambda = new RecordingLambda();
        var sentMs = Sqs.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var mapping = await StartAsync(lambda);
        var sent = await Sqs.Service.Messages.SendAsync("orders", new OutgoingMessage("한 잔 \"라떼\"")
        {
            Attributes = new Dictionary<string, MessageAttributeValue>
            {
                ["kind"] = new("String", "order", null),
                ["raw"] = new("Binary", null, new byte[] { 1, 2 }),
            },
        });
        await lambda.InvokedAsync();

        var record = lambda.Batches[0].ShouldHaveSingleItem()!.AsObject();
        record["receiptHandle"]!.GetValue<string>().ShouldNotBeEmpty();
        record.Remove("receiptHandle");
        var expected = JsonNode.Parse($$"""
            {
              "messageId": "{{sent.MessageId}}",
              "body": "한 잔 \"라떼\"",
              "attributes": {
                "ApproximateReceiveCount": "1",
                "SentTimestamp": "{{sentMs}}",
                "SenderId": "000000000000",
                "ApproximateFirstReceiveTimestamp": "{{sentMs}}"
              },
              "messageAttributes": {
                "kind": { "stringValue": "order", "stringListValues": [], "binaryListValues": [], "dataType": "String" },
                "raw": { "binaryValue": "AQI=", "stringListValues": [], "binaryListValues": [], "dataType": "Binary" }
              },
              "md5OfMessageAttributes": "{{sent.AttributesMd5}}",
              "md5OfBody": "{{sent.BodyMd5}}",
              "eventSource": "aws:sqs",
              "eventSourceARN": "arn:aws:sqs:ap-northeast-2:000000000000:orders",
              "awsRegion": "ap-northeast-2"
            }
            """);
        JsonNode.DeepEquals(record, expected).ShouldBeTrue(record.ToJsonString());
    }

    [Fact]
    public async Task Batch_Done_IsDeleted()
    {
        await SendAsync("a", "b", "c");
        var lambda = new RecordingLambda();
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync();

        RecordingLambda.Bodies(lambda.Batches[0]).ShouldBe(["a", "b", "c"]);
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(1, new[] { 1, 1, 1 })]
    [InlineData(2, new[] { 2, 1 })]
    [InlineData(10, new[] { 3 })]
    public async Task BatchSize_IsTheMostOfOneInvocation(int size, int[] batches)
    {
        await SendAsync("a", "b", "c");
        var lambda = new RecordingLambda();
        await using (await StartAsync(lambda, new("orders", "f") { BatchSize = size }))
            await lambda.InvokedAsync(batches.Length);
        lambda.Batches.Select(batch => batch.Count).ShouldBe(batches);
    }

    [Fact]
    public async Task FunctionError_LeavesTheBatchToItsTimeout()
    {
        await SendAsync("a", "b");
        var lambda = new RecordingLambda(_ => RecordingLambda.Fails());
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 2, 0));

        Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        var good = new RecordingLambda();
        await using (await StartAsync(good))
            await good.InvokedAsync();
        good.Batches[0].ShouldAllBe(record => record!["attributes"]!["ApproximateReceiveCount"]!.GetValue<string>() == "2");
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task ReportedFailures_StayAndTheRestIsDeleted()
    {
        await SendAsync("a", "b", "c");
        var lambda = new RecordingLambda(records =>
            RecordingLambda.Returns($$"""{"batchItemFailures":[{"itemIdentifier":"{{RecordingLambda.IdOf(records, "b")}}"}]}"""));
        await using (await StartAsync(lambda, new("orders", "f") { ReportBatchItemFailures = true }))
            await lambda.InvokedAsync();

        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
        Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        (await Sqs.BodiesAsync("orders")).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("""{"batchItemFailures":[]}""", 0)]
    [InlineData("""{"batchItemFailures":null}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    [InlineData("", 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"unknown"}]}""", 2)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""", 2)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""", 2)]
    [InlineData("""{"batchItemFailures":[{"messageId":"x"}]}""", 2)]
    [InlineData("""{"batchItemFailures":["x"]}""", 2)]
    [InlineData("""{"batchItemFailures":{}}""", 2)]
    [InlineData("[]", 2)]
    [InlineData("no JSON", 2)]
    public async Task PartialBatchResponse_IsReadAsLambdaDoes(string answer, int left)
    {
        await SendAsync("a", "b");
        var lambda = new RecordingLambda(_ => RecordingLambda.Returns(answer));
        await using (await StartAsync(lambda, new("orders", "f") { ReportBatchItemFailures = true }))
            await lambda.InvokedAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, left, 0));
    }

    [Fact]
    public async Task PartialBatchResponse_WithoutTheSetting_MeansNothing()
    {
        await SendAsync("a");
        var lambda = new RecordingLambda(records =>
            RecordingLambda.Returns($$"""{"batchItemFailures":[{"itemIdentifier":"{{RecordingLambda.IdOf(records, "a")}}"}]}"""));
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task PoisonMessage_EndsInTheDeadLetterQueue_WithoutItsBatch()
    {
        await Sqs.QueueAsync("dead");
        await Sqs.QueueAsync("fragile", ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn("dead")}}","maxReceiveCount":2}"""));
        foreach (var body in new[] { "good", "poison" })
            await Sqs.SendAsync("fragile", body);
        var lambda = new RecordingLambda(records =>
            RecordingLambda.Returns($$"""{"batchItemFailures":[{"itemIdentifier":"{{RecordingLambda.IdOf(records, "poison")}}"}]}"""));
        for (var round = 0; round < 2; round++)
        {
            await using (await StartAsync(lambda, new("fragile", "f") { ReportBatchItemFailures = true }))
                await lambda.InvokedAsync();
            Sqs.Time.Advance(TimeSpan.FromSeconds(30));
        }
        (await Sqs.CountsAsync("fragile")).ShouldBe((0, 0, 0));
        (await Sqs.BodiesAsync("dead")).ShouldBe(["poison"]);
        lambda.Batches.Select(batch => batch.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Throttled_IsTriedAgainWithTheSameBatch()
    {
        // Twelve hours: however far the test moves the clock, the batch does not time out.
        await Sqs.QueueAsync("patient", ("VisibilityTimeout", "43200"));
        await Sqs.SendAsync("patient", "a");
        var attempts = 0;
        var lambda = new RecordingLambda(_ => ++attempts < 3
            ? throw new LambdaServiceException("TooManyRequestsException", "busy", 429)
            : RecordingLambda.Returns("null"));
        await using (await StartAsync(lambda, new("patient", "f")))
            await AdvanceUntilAsync(() => lambda.Batches.Count == 3);
        lambda.Batches.ShouldAllBe(batch => batch[0]!["attributes"]!["ApproximateReceiveCount"]!.GetValue<string>() == "1");
        (await Sqs.CountsAsync("patient")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Throttled_PastTheVisibilityTimeout_GoesBackToTheQueue()
    {
        await Sqs.QueueAsync("brief", ("VisibilityTimeout", "2"));
        await Sqs.SendAsync("brief", "a");
        var lambda = new RecordingLambda((JsonArray _) => throw new LambdaServiceException("ServiceException", "down", 500));
        await using (await StartAsync(lambda, new("brief", "f")))
            await AdvanceUntilAsync(() => lambda.Batches.Any(batch => batch[0]!["attributes"]!["ApproximateReceiveCount"]!.GetValue<string>() == "2"));
    }

    [Fact]
    public async Task UnknownFunction_LeavesTheBatchToItsTimeout()
    {
        await SendAsync("a");
        var lambda = new RecordingLambda((JsonArray _) => throw new LambdaServiceException("ResourceNotFoundException", "no function", 404));
        await using (await StartAsync(lambda))
            await lambda.InvokedAsync();
        lambda.Batches.Count.ShouldBe(1);
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 1, 0));
    }

    private async Task SendAsync(params string[] bodies)
    {
        foreach (var body in bodies)
            await Sqs.SendAsync("orders", body);
    }

    /// <summary>Moves the clock in small steps, with real work in between, until something is so.</summary>
    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        for (var step = 0; step < 10_000 && !condition(); step++)
        {
            Sqs.Time.Advance(TimeSpan.FromMilliseconds(20));
            await Sqs.CountsAsync("orders");
            await Task.Yield();
        }
        condition().ShouldBeTrue();
    }
}
