using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Protocol;

public sealed class StateMachineOperationTests : IAsyncLifetime
{
    private static readonly string Pass = Machines.Of("A", "\"Type\":\"Pass\"");
    private TestStepFunctions _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await TestStepFunctions.StartAsync();

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Create_New_AnswersArnAndDate()
    {
        var answer = await CreateAsync();

        answer.ToJsonString().ShouldBe(
            """{"stateMachineArn":"arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine","creationDate":1772355600}""");
    }

    [Fact]
    public async Task Create_SameAgain_AnswersTheSame_AlsoWithAnotherRole()
    {
        var first = await CreateAsync();
        _aws.Time.Advance(TimeSpan.FromSeconds(5));
        var again = await CreateAsync(body => body["roleArn"] = "arn:aws:iam::000000000000:role/other");

        again.ToJsonString().ShouldBe(first.ToJsonString());
        (await DescribeAsync())["roleArn"]!.GetValue<string>().ShouldBe(TestStepFunctions.Role);
    }

    [Fact]
    public async Task Create_SameNameOtherDefinitionOrLogging_IsRefused()
    {
        await CreateAsync();

        (await RefusedAsync(body => body["definition"] = Pass + " ")).Code.ShouldBe("StateMachineAlreadyExists");
        (await RefusedAsync(body => body["loggingConfiguration"] = JsonNode.Parse("""{"level":"ALL"}"""))).Code.ShouldBe("StateMachineAlreadyExists");
    }

    [Theory]
    [InlineData("type", "\"EXPRESS\"", "StateMachineTypeNotSupported", "EXPRESS")]
    [InlineData("type", "\"OTHER\"", "ValidationException", "type")]
    [InlineData("publish", "true", "ValidationException", "publish")]
    [InlineData("versionDescription", "\"v\"", "ValidationException", "versionDescription")]
    [InlineData("name", "\"a b\"", "InvalidName", "a b")]
    [InlineData("name", "\"a*\"", "InvalidName", "a*")]
    [InlineData("name", "\"a:b\"", "InvalidName", "a:b")]
    [InlineData("name", "\"\"", "InvalidName", "")]
    [InlineData("name", "7", "ValidationException", "name")]
    [InlineData("name", "null", "ValidationException", "name")]
    [InlineData("roleArn", "\"role\"", "InvalidArn", "roleArn")]
    [InlineData("roleArn", "null", "ValidationException", "roleArn")]
    [InlineData("definition", "null", "ValidationException", "definition")]
    [InlineData("definition", "\"\"", "ValidationException", "definition")]
    [InlineData("encryptionConfiguration", """{"type":"CUSTOMER_MANAGED_KMS_KEY"}""", "InvalidEncryptionConfiguration", "type")]
    [InlineData("loggingConfiguration", """{"level":"LOUD"}""", "ValidationException", "level")]
    [InlineData("tags", """[{"key":1}]""", "ValidationException", "key")]
    [InlineData("unheard", "1", "ValidationException", "unheard")]
    public async Task Create_Member_Wrong_IsNamed(string member, string value, string code, string named)
    {
        var error = await RefusedAsync(body => body[member] = JsonNode.Parse(value));

        error.Code.ShouldBe(code);
        error.Status.ShouldBe(400);
        error.Message.ShouldContain(named);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public async Task Create_Name_HasItsLimit(int length, bool allowed)
    {
        var name = new string('n', length);
        if (allowed)
            await CreateAsync(body => body["name"] = name);
        else
            (await RefusedAsync(body => body["name"] = name)).Code.ShouldBe("InvalidName");
    }

    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Unheard":1,"End":true}}}""", "/States/A/Unheard")]
    [InlineData("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", "JSONata")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","End":true}}}""", "/States/A/Resource")]
    [InlineData("nonsense", "SCHEMA_VALIDATION_FAILED")]
    public async Task Create_Definition_Wrong_IsRefusedWithThePath(string definition, string named)
    {
        var error = await RefusedAsync(body => body["definition"] = definition);

        error.Code.ShouldBe("InvalidDefinition");
        error.Message.ShouldContain(named);
    }

    [Fact]
    public async Task Describe_ShowsEverything()
    {
        await CreateAsync();
        var shown = await DescribeAsync();

        shown["definition"]!.GetValue<string>().ShouldBe(Pass);
        shown["loggingConfiguration"]!.ToJsonString().ShouldBe("""{"level":"OFF","includeExecutionData":false}""");
        shown["tracingConfiguration"]!.ToJsonString().ShouldBe("""{"enabled":false}""");
        (shown["status"]!.GetValue<string>(), shown["type"]!.GetValue<string>()).ShouldBe(("ACTIVE", "STANDARD"));
        shown.ContainsKey("revisionId").ShouldBeFalse();
    }

    [Fact]
    public async Task Describe_Unknown_IsRefused()
    {
        (await _aws.ErrorAsync("DescribeStateMachine", Arn("nobody"))).Code.ShouldBe("StateMachineDoesNotExist");
        (await _aws.ErrorAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = "x" })).Code.ShouldBe("InvalidArn");
        (await _aws.ErrorAsync("DescribeStateMachine", [])).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Update_GivesARevision()
    {
        await CreateAsync();
        _aws.Time.Advance(TimeSpan.FromSeconds(1.5));
        var body = Arn("machine");
        body["roleArn"] = "arn:aws:iam::000000000000:role/other";
        var answer = await _aws.CallAsync("UpdateStateMachine", body);

        answer["updateDate"]!.GetValue<decimal>().ShouldBe(1772355601.5m);
        var shown = await DescribeAsync();
        shown["revisionId"]!.GetValue<string>().ShouldBe(answer["revisionId"]!.GetValue<string>());
        shown["roleArn"]!.GetValue<string>().ShouldEndWith("other");
        shown["definition"]!.GetValue<string>().ShouldBe(Pass);
    }

    [Fact]
    public async Task Update_WithNothingOrForNothing_IsRefused()
    {
        await CreateAsync();
        (await _aws.ErrorAsync("UpdateStateMachine", Arn("machine"))).Code.ShouldBe("MissingRequiredParameter");
        var unknown = Arn("nobody");
        unknown["definition"] = Pass;
        (await _aws.ErrorAsync("UpdateStateMachine", unknown)).Code.ShouldBe("StateMachineDoesNotExist");
        var wrong = Arn("machine");
        wrong["definition"] = "{}";
        (await _aws.ErrorAsync("UpdateStateMachine", wrong)).Code.ShouldBe("InvalidDefinition");
    }

    [Fact]
    public async Task Delete_Twice_IsFine_AndTheNameIsFree()
    {
        await CreateAsync();
        await _aws.CallAsync("DeleteStateMachine", Arn("machine"));
        (await _aws.CallAsync("DeleteStateMachine", Arn("machine"))).Count.ShouldBe(0);
        (await _aws.ErrorAsync("DescribeStateMachine", Arn("machine"))).Code.ShouldBe("StateMachineDoesNotExist");
        await CreateAsync(body => body["definition"] = Machines.Of("B", "\"Type\":\"Pass\""));
    }

    [Fact]
    public async Task List_InPages_ShowsEachOnce()
    {
        foreach (var name in new[] { "c", "a", "b" })
            await CreateAsync(body => body["name"] = name);
        var first = await _aws.CallAsync("ListStateMachines", """{"maxResults":2}""");
        var second = await _aws.CallAsync("ListStateMachines", new JsonObject { ["nextToken"] = first["nextToken"]!.DeepClone() });

        Names(first).Concat(Names(second)).ShouldBe(["a", "b", "c"]);
        second.ContainsKey("nextToken").ShouldBeFalse();
        (await _aws.ErrorAsync("ListStateMachines", new JsonObject { ["nextToken"] = "x" })).Code.ShouldBe("InvalidToken");
    }

    [Fact]
    public async Task Validate_TellsEveryProblemWithItsPlace()
    {
        var good = await _aws.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = Pass });
        good.ToJsonString().ShouldBe("""{"result":"OK","diagnostics":[],"truncated":false}""");

        var bad = new JsonObject { ["definition"] = """{"StartAt":"A","States":{"A":{"Type":"Pass","X":1,"Y":1,"End":true}}}""", ["maxResults"] = 1 };
        var answer = await _aws.CallAsync("ValidateStateMachineDefinition", bad);
        answer["result"]!.GetValue<string>().ShouldBe("FAIL");
        answer["truncated"]!.GetValue<bool>().ShouldBeTrue();
        var diagnostic = answer["diagnostics"]!.AsArray().ShouldHaveSingleItem()!;
        (diagnostic["severity"]!.GetValue<string>(), diagnostic["location"]!.GetValue<string>()).ShouldBe(("ERROR", "/States/A/X"));
    }

    [Fact]
    public async Task Tags_AreSetListedAndRemoved()
    {
        await CreateAsync(body => body["tags"] = JsonNode.Parse("""[{"key":"a","value":"1"}]"""));
        await _aws.CallAsync("TagResource", Tagged("""[{"key":"b","value":"2"},{"key":"a","value":"3"}]"""));
        (await ListTagsAsync()).ShouldBe("""[{"key":"a","value":"3"},{"key":"b","value":"2"}]""");
        await _aws.CallAsync("UntagResource", new JsonObject { ["resourceArn"] = MachineArn, ["tagKeys"] = new JsonArray("a", "unknown") });
        (await ListTagsAsync()).ShouldBe("""[{"key":"b","value":"2"}]""");
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public async Task Tags_HaveTheirLimit(int count, bool allowed)
    {
        await CreateAsync();
        var tags = new JsonArray([.. Enumerable.Range(0, count).Select(n => new JsonObject { ["key"] = $"k{n}", ["value"] = "v" })]);
        var body = new JsonObject { ["resourceArn"] = MachineArn, ["tags"] = tags };
        if (allowed)
            await _aws.CallAsync("TagResource", body);
        else
            (await _aws.ErrorAsync("TagResource", body)).Code.ShouldBe("TooManyTags");
    }

    [Fact]
    public async Task Tags_OfNothing_AreRefused() =>
        (await _aws.ErrorAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = MachineArn })).Code.ShouldBe("ResourceNotFound");

    [Fact]
    public async Task Operation_Unknown_IsRefused() =>
        (await _aws.ErrorAsync("CreateActivity", [])).Code.ShouldBe("UnknownOperationException");

    private const string MachineArn = "arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine";

    private static JsonObject Arn(string name) =>
        new() { ["stateMachineArn"] = $"arn:aws:states:ap-northeast-2:000000000000:stateMachine:{name}" };

    private static IEnumerable<string> Names(JsonObject answer) =>
        answer["stateMachines"]!.AsArray().Select(machine => machine!["name"]!.GetValue<string>());

    private static JsonObject Tagged(string tags) => new() { ["resourceArn"] = MachineArn, ["tags"] = JsonNode.Parse(tags) };

    private async Task<string> ListTagsAsync() =>
        (await _aws.CallAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = MachineArn }))["tags"]!.ToJsonString();

    private Task<JsonObject> DescribeAsync() => _aws.CallAsync("DescribeStateMachine", Arn("machine"));

    private Task<JsonObject> CreateAsync(Action<JsonObject>? change = null) => _aws.CallAsync("CreateStateMachine", Body(change));

    private Task<AwsJsonException> RefusedAsync(Action<JsonObject> change) => _aws.ErrorAsync("CreateStateMachine", Body(change));

    private static JsonObject Body(Action<JsonObject>? change)
    {
        var body = new JsonObject { ["name"] = "machine", ["definition"] = Pass, ["roleArn"] = TestStepFunctions.Role };
        change?.Invoke(body);
        return body;
    }
}
