namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class QueueApiTests : SqsTest
{
    [Fact]
    public async Task CreateQueue_AnswersTheUrl_AndAgainForEqualAttributes()
    {
        (await CreateAsync("orders", ("DelaySeconds", "5")))["QueueUrl"]!.GetValue<string>().ShouldBe(SqsFixture.Url("orders"));
        (await CreateAsync("orders", ("DelaySeconds", "5")))["QueueUrl"]!.GetValue<string>().ShouldBe(SqsFixture.Url("orders"));
        (await CreateAsync("orders")).ContainsKey("QueueUrl").ShouldBeTrue();

        var error = await Sqs.RefusedAsync("CreateQueue", Create("orders", ("DelaySeconds", "6")));
        (error.Code, error.QueryError, error.Status).ShouldBe(("QueueNameExists", "QueueAlreadyExists;Sender", 400));
        error.Message.ShouldContain("DelaySeconds");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(80, true)]
    [InlineData(81, false)]
    [InlineData(0, false)]
    public async Task QueueName_Length_IsLimited(int length, bool taken)
    {
        if (taken)
            await CreateAsync(new string('q', length));
        else
            (await Sqs.RefusedAsync("CreateQueue", Create(new string('q', length)))).Message.ShouldContain("QueueName");
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData(".fifo")]
    [InlineData("주문")]
    public async Task QueueName_WithOtherCharacters_IsRefused(string name) =>
        (await Sqs.RefusedAsync("CreateQueue", Create(name, ("FifoQueue", "true")))).Code.ShouldBe("InvalidParameterValueException");

    [Fact]
    public async Task FifoSuffix_AndFifoQueue_GoTogether()
    {
        (await Sqs.RefusedAsync("CreateQueue", Create("orders.fifo"))).Message.ShouldContain("FifoQueue");
        (await Sqs.RefusedAsync("CreateQueue", Create("orders", ("FifoQueue", "true")))).Message.ShouldContain(".fifo");
        (await Sqs.RefusedAsync("CreateQueue", Create("orders", ("FifoQueue", "false")))).Code.ShouldBe("InvalidAttributeName");
        await CreateAsync(new string('q', 75) + ".fifo", ("FifoQueue", "true"));
        await Sqs.RefusedAsync("CreateQueue", Create(new string('q', 76) + ".fifo", ("FifoQueue", "true")));
    }

    [Theory]
    [InlineData("VisibilityTimeout", 0, 43_200)]
    [InlineData("DelaySeconds", 0, 900)]
    [InlineData("MaximumMessageSize", 1024, 1_048_576)]
    [InlineData("MessageRetentionPeriod", 60, 1_209_600)]
    [InlineData("ReceiveMessageWaitTimeSeconds", 0, 20)]
    [InlineData("KmsDataKeyReusePeriodSeconds", 60, 86_400)]
    public async Task NumberAttribute_HasItsRange(string name, int least, int most)
    {
        await CreateAsync("least", (name, $"{least}"));
        await CreateAsync("most", (name, $"{most}"));
        foreach (var value in new[] { $"{least - 1}", $"{most + 1}", "x", "", "1.5" })
        {
            var error = await Sqs.RefusedAsync("CreateQueue", Create("new", (name, value)));
            error.Code.ShouldBe("InvalidAttributeValue");
            error.Message.ShouldContain(name);
        }
    }

    [Theory]
    [InlineData("NoSuchAttribute", "1", "InvalidAttributeName")]
    [InlineData("QueueArn", "x", "InvalidAttributeName")]
    [InlineData("ContentBasedDeduplication", "true", "InvalidAttributeName")]
    [InlineData("SqsManagedSseEnabled", "yes", "InvalidAttributeValue")]
    [InlineData("Policy", "no JSON", "InvalidAttributeValue")]
    [InlineData("Policy", """{"a":1,"a":2}""", "InvalidAttributeValue")]
    public async Task Attribute_ThatAQueueCannotHave_IsRefused(string name, string value, string code)
    {
        var error = await Sqs.RefusedAsync("CreateQueue", Create("new", (name, value)));
        error.Code.ShouldBe(code);
        error.Message.ShouldContain(name);
    }

    [Fact]
    public async Task FifoThroughputLimit_PerGroup_NeedsTheScopePerGroup()
    {
        var error = await Sqs.RefusedAsync(
            "CreateQueue", Create("a.fifo", ("FifoQueue", "true"), ("FifoThroughputLimit", "perMessageGroupId")));
        error.Message.ShouldContain("DeduplicationScope");
        await CreateAsync("a.fifo", ("FifoQueue", "true"), ("FifoThroughputLimit", "perMessageGroupId"), ("DeduplicationScope", "messageGroup"));
    }

    [Fact]
    public async Task Policy_IsLimitedInBytes()
    {
        await CreateAsync("a", ("Policy", Padded(8192)));
        (await Sqs.RefusedAsync("CreateQueue", Create("b", ("Policy", Padded(8193))))).Message.ShouldContain("Policy");
    }

    [Fact]
    public async Task GetQueueAttributes_AnswersWhatIsAskedFor()
    {
        await CreateAsync("orders", ("VisibilityTimeout", "12"));
        (await GetAsync("orders")).ShouldBeEmpty();
        (await GetAsync("orders", "VisibilityTimeout", "QueueArn", "RedrivePolicy")).ShouldBe(
            new Dictionary<string, string> { ["VisibilityTimeout"] = "12", ["QueueArn"] = SqsFixture.Arn("orders") }, ignoreOrder: true);
        (await GetAsync("orders", "All")).Keys.ShouldBe(
            [
                "VisibilityTimeout", "DelaySeconds", "MaximumMessageSize", "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds",
                "SqsManagedSseEnabled", "QueueArn", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed", "CreatedTimestamp", "LastModifiedTimestamp",
            ],
            ignoreOrder: true);
        (await Sqs.RefusedAsync("GetQueueAttributes", Queue("orders", ("AttributeNames", new JsonArray("Nope"))))).Code.ShouldBe("InvalidAttributeName");
    }

    [Fact]
    public async Task SetQueueAttributes_ChangesThemForPresentMessagesToo()
    {
        await CreateAsync("orders");
        await Sqs.SendAsync("orders", "a");
        Sqs.Time.Advance(TimeSpan.FromSeconds(61));
        await SetAsync("orders", ("MessageRetentionPeriod", "60"));
        var attributes = await GetAsync("orders", "All");
        attributes["ApproximateNumberOfMessages"].ShouldBe("0");
        (long.Parse(attributes["LastModifiedTimestamp"]) - long.Parse(attributes["CreatedTimestamp"])).ShouldBe(61);
    }

    [Fact]
    public async Task SetQueueAttributes_EmptyPolicy_RemovesIt()
    {
        await CreateAsync("orders", ("Policy", "{}"));
        (await GetAsync("orders", "Policy")).Count.ShouldBe(1);
        await SetAsync("orders", ("Policy", ""));
        (await GetAsync("orders", "Policy")).ShouldBeEmpty();
    }

    [Fact]
    public async Task SetQueueAttributes_FifoQueue_IsRefused()
    {
        await CreateAsync("a.fifo", ("FifoQueue", "true"));
        var set = Queue("a.fifo", ("Attributes", new JsonObject { ["FifoQueue"] = "true" }));
        (await Sqs.RefusedAsync("SetQueueAttributes", set)).Code.ShouldBe("InvalidAttributeValue");
    }

    [Fact]
    public async Task ListQueues_FiltersByPrefix_AndPages()
    {
        (await Sqs.CallAsync("ListQueues", [])).ShouldBeEmpty();
        foreach (var name in new[] { "b1", "a2", "a1", "a3" })
            await CreateAsync(name);

        Urls(await Sqs.CallAsync("ListQueues", [])).ShouldBe(["a1", "a2", "a3", "b1"]);
        var first = await Sqs.CallAsync("ListQueues", new() { ["QueueNamePrefix"] = "a", ["MaxResults"] = 2 });
        Urls(first).ShouldBe(["a1", "a2"]);
        var second = await Sqs.CallAsync(
            "ListQueues", new() { ["QueueNamePrefix"] = "a", ["MaxResults"] = 2, ["NextToken"] = first["NextToken"]!.DeepClone() });
        Urls(second).ShouldBe(["a3"]);
        second.ContainsKey("NextToken").ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task ListQueues_MaxResults_IsLimited(int most, bool taken)
    {
        var request = new JsonObject { ["MaxResults"] = most };
        if (taken)
            await Sqs.CallAsync("ListQueues", request);
        else
            (await Sqs.RefusedAsync("ListQueues", request)).Message.ShouldContain("MaxResults");
    }

    [Fact]
    public async Task GetQueueUrl_OfAnUnknownQueue_IsRefusedWithTheQueryCode()
    {
        var error = await Sqs.RefusedAsync("GetQueueUrl", new() { ["QueueName"] = "none" });
        (error.Code, error.QueryError, error.Status)
            .ShouldBe(("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue;Sender", 400));
        await CreateAsync("orders");
        (await Sqs.RefusedAsync("GetQueueUrl", new() { ["QueueName"] = "orders", ["QueueOwnerAWSAccountId"] = "111111111111" })).Code
            .ShouldBe("QueueDoesNotExist");
    }

    [Theory]
    [InlineData("https://sqs.ap-northeast-2.amazonaws.com/000000000000/orders", null)]
    [InlineData("/000000000000/orders", null)]
    [InlineData("http://127.0.0.1:4566/111111111111/orders", "QueueDoesNotExist")]
    [InlineData("http://127.0.0.1:4566/000000000000/none", "QueueDoesNotExist")]
    [InlineData("orders", "InvalidAddress")]
    [InlineData("http://127.0.0.1:4566/000000000000/", "InvalidAddress")]
    public async Task QueueUrl_CountsByItsLastTwoSegments(string url, string? code)
    {
        await CreateAsync("orders");
        var request = new JsonObject { ["QueueUrl"] = url };
        if (code is null)
            await Sqs.CallAsync("GetQueueAttributes", request);
        else
            (await Sqs.RefusedAsync("GetQueueAttributes", request)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task PurgeQueue_RemovesEverything_OnceAMinute()
    {
        await CreateAsync("orders");
        await Sqs.SendAsync("orders", "a");
        await Sqs.ReceiveAsync("orders");
        await Sqs.SendAsync("orders", "b");
        await Sqs.SendAsync("orders", "c", delay: 10);
        await Sqs.CallAsync("PurgeQueue", Queue("orders"));
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));

        Sqs.Time.Advance(TimeSpan.FromMilliseconds(59_999));
        var error = await Sqs.RefusedAsync("PurgeQueue", Queue("orders"));
        (error.QueryError, error.Status).ShouldBe(("AWS.SimpleQueueService.PurgeQueueInProgress;Sender", 403));
        Sqs.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Sqs.CallAsync("PurgeQueue", Queue("orders"));
        await Sqs.RestartAsync();
        (await Sqs.CountsAsync("orders")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Tags_AreAddedReplacedAndRemoved()
    {
        await CreateAsync("orders");
        (await Sqs.CallAsync("ListQueueTags", Queue("orders"))).ShouldBeEmpty();
        await Sqs.CallAsync("TagQueue", Queue("orders", ("Tags", new JsonObject { ["a"] = "1", ["b"] = "" })));
        await Sqs.CallAsync("TagQueue", Queue("orders", ("Tags", new JsonObject { ["a"] = "2" })));
        await Sqs.CallAsync("UntagQueue", Queue("orders", ("TagKeys", new JsonArray("b", "none"))));
        (await Sqs.CallAsync("ListQueueTags", Queue("orders")))["Tags"]!.ToJsonString().ShouldBe("""{"a":"2"}""");
    }

    [Theory]
    [InlineData(50, 128, 256, true)]
    [InlineData(51, 1, 1, false)]
    [InlineData(1, 129, 1, false)]
    [InlineData(1, 128, 257, false)]
    public async Task Tags_AreLimited(int count, int keyLength, int valueLength, bool taken)
    {
        await CreateAsync("orders");
        var tags = new JsonObject();
        for (var number = 0; number < count; number++)
            tags[number.ToString().PadLeft(keyLength, 'k')] = new string('v', valueLength);
        if (taken)
            await Sqs.CallAsync("TagQueue", Queue("orders", ("Tags", tags)));
        else
            (await Sqs.RefusedAsync("TagQueue", Queue("orders", ("Tags", tags)))).Message.ShouldContain("Tags");
    }

    [Fact]
    public async Task ListDeadLetterSourceQueues_NamesThem()
    {
        await CreateAsync("dead");
        (await Sqs.CallAsync("ListDeadLetterSourceQueues", Queue("dead"))).ShouldBeEmpty();
        await CreateAsync("orders", ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{SqsFixture.Arn("dead")}}","maxReceiveCount":3}"""));
        Urls(await Sqs.CallAsync("ListDeadLetterSourceQueues", Queue("dead")), "queueUrls").ShouldBe(["orders"]);
    }

    [Fact]
    public async Task Requests_WithMembersOfNoOperation_AreRefusedByName()
    {
        await CreateAsync("orders");
        (await Sqs.RefusedAsync("CreateQueue", new() { ["QueueName"] = "a", ["Tags"] = new JsonObject() })).Message.ShouldContain("Tags");
        (await Sqs.RefusedAsync("GetQueueUrl", [])).Message.ShouldContain("QueueName");
        (await Sqs.RefusedAsync("DeleteQueue", [])).Message.ShouldContain("QueueUrl");
        (await Sqs.RefusedAsync("CreateQueue", new() { ["QueueName"] = 5 })).Code.ShouldBe("SerializationException");
        (await Sqs.RefusedAsync("ListQueues", new() { ["MaxResults"] = "5" })).Message.ShouldContain("MaxResults");
        (await Sqs.RefusedAsync("NoSuchOperation", [])).Code.ShouldBe("UnknownOperationException");
    }

    private static string Padded(int bytes) => "{\"a\":\"" + new string('x', bytes - 8) + "\"}";

    private static JsonObject Create(string name, params (string Name, string Value)[] attributes)
    {
        var json = new JsonObject();
        foreach (var (attribute, value) in attributes)
            json[attribute] = value;
        return new JsonObject { ["QueueName"] = name, ["Attributes"] = json };
    }

    private Task<JsonObject> CreateAsync(string name, params (string Name, string Value)[] attributes) =>
        Sqs.CallAsync("CreateQueue", Create(name, attributes));

    private static JsonObject Queue(string name, params (string Name, JsonNode Value)[] members)
    {
        var json = new JsonObject { ["QueueUrl"] = SqsFixture.Url(name) };
        foreach (var (member, value) in members)
            json[member] = value;
        return json;
    }

    private Task<JsonObject> SetAsync(string queue, (string Name, string Value) attribute) =>
        Sqs.CallAsync("SetQueueAttributes", Queue(queue, ("Attributes", new JsonObject { [attribute.Name] = attribute.Value })));

    private async Task<Dictionary<string, string>> GetAsync(string queue, params string[] names)
    {
        var answer = await Sqs.CallAsync(
            "GetQueueAttributes", Queue(queue, ("AttributeNames", new JsonArray([.. names.Select(name => JsonValue.Create(name))]))));
        return answer["Attributes"]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()) ?? [];
    }

    private static string[] Urls(JsonObject answer, string member = "QueueUrls") =>
        [.. answer[member]!.AsArray().Select(url => url!.GetValue<string>().Split('/')[^1])];
}
