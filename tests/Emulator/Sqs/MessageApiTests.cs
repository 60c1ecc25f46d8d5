namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class MessageApiTests : SqsTest
{
    protected override async Task PrepareAsync()
    {
        await Sqs.QueueAsync("orders");
        await Sqs.QueueAsync("small", ("MaximumMessageSize", "1024"));
    }

    [Fact]
    public async Task SendAndReceive_CarryAttributesAndDigests()
    {
        var sent = await SendAsync("orders", new()
        {
            ["MessageBody"] = "msg",
            ["MessageAttributes"] = Attributes(("General", "Kenobi"), ("Hello", "There"), ("Help.Me", "Me")),
            ["MessageSystemAttributes"] = Attributes(("AWSTraceHeader", "Root=1-5759e988-bd862e3fe1be46a994272793")),
        });
        Text(sent, "MD5OfMessageBody").ShouldBe("6e2baaf3b97dbeef01c0043275f9a0e7");
        Text(sent, "MD5OfMessageAttributes").ShouldBe("4c360f3fdafd970e05fae2f149d997f5");
        sent.ContainsKey("MD5OfMessageSystemAttributes").ShouldBeTrue();
        sent.ContainsKey("SequenceNumber").ShouldBeFalse();

        var message = await ReceiveAsync(("MessageSystemAttributeNames", new JsonArray("All")), ("MessageAttributeNames", new JsonArray("All")));
        Text(message, "MessageId").ShouldBe(Text(sent, "MessageId"));
        Text(message, "MD5OfMessageAttributes").ShouldBe("4c360f3fdafd970e05fae2f149d997f5");
        Text(message["Attributes"]!, "AWSTraceHeader").ShouldStartWith("Root=");
        message["MessageAttributes"]!["Hello"]!.ToJsonString().ShouldBe("""{"StringValue":"There","DataType":"String"}""");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("All", "General,Hello,Help.Me")]
    [InlineData(".*", "General,Hello,Help.Me")]
    [InlineData("Hel.*", "Hello,Help.Me")]
    [InlineData("Hello,None", "Hello")]
    [InlineData("None", "")]
    public async Task Receive_SelectsMessageAttributes_AndDigestsThose(string names, string selected)
    {
        await SendAsync("orders", new()
        {
            ["MessageBody"] = "msg",
            ["MessageAttributes"] = Attributes(("General", "Kenobi"), ("Hello", "There"), ("Help.Me", "Me")),
        });
        var list = new JsonArray([.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => JsonValue.Create(name))]);
        var message = await ReceiveAsync(("MessageAttributeNames", list));
        var keys = message["MessageAttributes"]?.AsObject().Select(pair => pair.Key) ?? [];
        string.Join(',', keys).ShouldBe(selected);
        message.ContainsKey("MD5OfMessageAttributes").ShouldBe(selected.Length > 0);
        if (selected == "Hello,Help.Me")
            Text(message, "MD5OfMessageAttributes").ShouldBe("83fee93c1bcd8b9a5a923ffacdc636c7");
    }

    [Fact]
    public async Task Receive_SystemAttributes_OldAndNewMember()
    {
        await SendAsync("orders", new() { ["MessageBody"] = "a" });
        var request = new[] { ("AttributeNames", (JsonNode)new JsonArray("SenderId")), ("MessageSystemAttributeNames", new JsonArray("SentTimestamp")) };
        (await ReceiveAsync(request))["Attributes"]!.AsObject().Select(pair => pair.Key).ShouldBe(["SentTimestamp", "SenderId"], ignoreOrder: true);
        (await Sqs.RefusedAsync("ReceiveMessage", Queue("orders", ("AttributeNames", new JsonArray("Nope"))))).Code.ShouldBe("InvalidAttributeName");
        (await Sqs.CallAsync("ReceiveMessage", Queue("orders"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "MissingRequiredParameterException")]
    [InlineData("a\u0001", "InvalidMessageContents")]
    [InlineData("\uffff", "InvalidMessageContents")]
    [InlineData("\t\n\r \ud7ff\ue000\ufffd\ud83d\ude00", null)]
    public async Task Body_TakesTheCharactersOfXml(string body, string? code)
    {
        if (code is null)
            await Sqs.SendAsync("orders", body);
        else
            (await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync("orders", body))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Body_WithHalfASurrogatePair_IsRefused()
    {
        foreach (var body in new[] { "\ud800", "\ude00\ud83d", "a\ud83d" })
            (await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync("orders", body))).Code.ShouldBe("InvalidMessageContents");
    }

    [Fact]
    public async Task MaxMessageSize_CountsBytesWithAttributes()
    {
        await Sqs.SendAsync("small", new string('a', 1024));
        await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync("small", new string('a', 1025)));
        await Sqs.SendAsync("small", new string('가', 341) + "a");
        await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync("small", new string('가', 342)));
        // The attribute counts for its name, its type and its value: 1 + 6 + 3 bytes.
        var attribute = Attributes(("n", "val"));
        await SendAsync("small", new() { ["MessageBody"] = new string('a', 1014), ["MessageAttributes"] = attribute.DeepClone() });
        await RefusedAsync("small", new() { ["MessageBody"] = new string('a', 1015), ["MessageAttributes"] = attribute });
        await Sqs.SendAsync("orders", new string('a', 1024 * 1024));
        await Should.ThrowAsync<AwsJsonException>(() => Sqs.SendAsync("orders", new string('a', (1024 * 1024) + 1)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task MessageAttributes_AreLimitedInNumber(int count, bool taken)
    {
        var attributes = Attributes([.. Enumerable.Range(0, count).Select(number => ($"a{number}", "v"))]);
        var message = new JsonObject { ["MessageBody"] = "a", ["MessageAttributes"] = attributes };
        if (taken)
            await SendAsync("orders", message);
        else
            (await RefusedAsync("orders", message)).Message.ShouldContain("MessageAttributes");
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public async Task MessageAttributeName_AndType_AreLimitedInLength(int length, bool taken)
    {
        var named = new JsonObject { ["MessageBody"] = "a", ["MessageAttributes"] = Attributes((new string('n', length), "v")) };
        var typed = new JsonObject
        {
            ["MessageBody"] = "a",
            ["MessageAttributes"] = new JsonObject
            {
                ["n"] = new JsonObject { ["DataType"] = "String." + new string('t', length - 7), ["StringValue"] = "v" },
            },
        };
        foreach (var message in new[] { named, typed })
        {
            if (taken)
                await SendAsync("orders", message);
            else
                (await RefusedAsync("orders", message)).Message.ShouldContain("MessageAttributes");
        }
    }

    [Theory]
    [InlineData("AWS.x")]
    [InlineData("amazon.x")]
    [InlineData(".x")]
    [InlineData("x.")]
    [InlineData("x..y")]
    [InlineData("x y")]
    [InlineData("")]
    public async Task MessageAttributeName_Wrong_IsRefused(string name) =>
        (await RefusedAsync("orders", new() { ["MessageBody"] = "a", ["MessageAttributes"] = Attributes((name, "v")) })).Code
            .ShouldBe("InvalidParameterValueException");

    [Theory]
    [InlineData("""{"DataType":"String","StringValue":""}""", "StringValue")]
    [InlineData("""{"DataType":"String","StringValue":"\u0001"}""", "StringValue")]
    [InlineData("""{"DataType":"String","BinaryValue":"AA=="}""", "String")]
    [InlineData("""{"DataType":"String","StringValue":"a","BinaryValue":"AA=="}""", "both")]
    [InlineData("""{"DataType":"Binary","StringValue":"a"}""", "Binary")]
    [InlineData("""{"DataType":"Binary","BinaryValue":""}""", "BinaryValue")]
    [InlineData("""{"DataType":"Binary","BinaryValue":"%%"}""", "Base64")]
    [InlineData("""{"DataType":"Number","StringValue":"ten"}""", "number")]
    [InlineData("""{"DataType":"Date","StringValue":"a"}""", "DataType")]
    [InlineData("""{"StringValue":"a"}""", "DataType")]
    [InlineData("""{"DataType":"String","StringListValues":["a"]}""", "lists")]
    [InlineData("""{"DataType":"String","StringValue":"a","Type":"x"}""", "Type")]
    public async Task MessageAttributeValue_Wrong_IsRefused(string value, string named)
    {
        var attributes = new JsonObject { ["n"] = JsonNode.Parse(value) };
        (await RefusedAsync("orders", new() { ["MessageBody"] = "a", ["MessageAttributes"] = attributes })).Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("""{"DataType":"Number.int","StringValue":"-1.5e3"}""")]
    [InlineData("""{"DataType":"String.json","StringValue":"{}","StringListValues":[]}""")]
    [InlineData("""{"DataType":"Binary.png","BinaryValue":"AAEC"}""")]
    public async Task MessageAttributeValue_WithALabel_IsTaken(string value) =>
        await SendAsync("orders", new() { ["MessageBody"] = "a", ["MessageAttributes"] = new JsonObject { ["n"] = JsonNode.Parse(value) } });

    [Fact]
    public async Task SystemAttributes_OtherThanTheTraceHeader_AreRefused() =>
        (await RefusedAsync("orders", new() { ["MessageBody"] = "a", ["MessageSystemAttributes"] = Attributes(("SenderId", "x")) })).Message
            .ShouldContain("SenderId");

    [Fact]
    public async Task DeduplicationId_OnAStandardQueue_IsRefused() =>
        (await RefusedAsync("orders", new() { ["MessageBody"] = "a", ["MessageDeduplicationId"] = "x" })).Message.ShouldContain("MessageDeduplicationId");

    [Fact]
    public async Task UnknownMembers_AreRefusedByName()
    {
        (await RefusedAsync("orders", new() { ["MessageBody"] = "a", ["Delay"] = 5 })).Message.ShouldContain("Delay");
        (await RefusedAsync("orders", [])).Message.ShouldContain("MessageBody");
        (await Sqs.RefusedAsync("ReceiveMessage", Queue("orders", ("MaxMessages", 5)))).Message.ShouldContain("MaxMessages");
    }

    [Fact]
    public async Task DeleteAndChangeVisibility_AnswerErrorsWithTheirStatus()
    {
        var error = await Sqs.RefusedAsync("DeleteMessage", Queue("orders", ("ReceiptHandle", "x")));
        (error.Code, error.QueryError, error.Status).ShouldBe(("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid;Sender", 404));
        (await Sqs.RefusedAsync("ChangeMessageVisibility", Queue("orders", ("ReceiptHandle", "x")))).Message.ShouldContain("VisibilityTimeout");
        await SendAsync("orders", new() { ["MessageBody"] = "a" });
        var receipt = (await ReceiveAsync())["ReceiptHandle"]!;
        (await Sqs.CallAsync("ChangeMessageVisibility", Queue("orders", ("ReceiptHandle", receipt.DeepClone()), ("VisibilityTimeout", 5)))).ShouldBeEmpty();
        (await Sqs.CallAsync("DeleteMessage", Queue("orders", ("ReceiptHandle", receipt.DeepClone())))).ShouldBeEmpty();
    }

    private static JsonObject Attributes(params (string Name, string Value)[] attributes)
    {
        var json = new JsonObject();
        foreach (var (name, value) in attributes)
            json[name] = new JsonObject { ["DataType"] = "String", ["StringValue"] = value };
        return json;
    }

    private static JsonObject Queue(string name, params (string Name, JsonNode Value)[] members)
    {
        var json = new JsonObject { ["QueueUrl"] = SqsFixture.Url(name) };
        foreach (var (member, value) in members)
            json[member] = value;
        return json;
    }

    private Task<JsonObject> SendAsync(string queue, JsonObject message)
    {
        message["QueueUrl"] = SqsFixture.Url(queue);
        return Sqs.CallAsync("SendMessage", message);
    }

    private Task<AwsJsonException> RefusedAsync(string queue, JsonObject message) =>
        Should.ThrowAsync<AwsJsonException>(() => SendAsync(queue, message));

    private async Task<JsonObject> ReceiveAsync(params (string Name, JsonNode Value)[] members) =>
        (await Sqs.CallAsync("ReceiveMessage", Queue("orders", members)))["Messages"]!.AsArray().ShouldHaveSingleItem()!.AsObject();

    private static string Text(JsonNode json, string member) => json[member]!.GetValue<string>();
}
