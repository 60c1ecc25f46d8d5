using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Tests.Local.Hosting;

public sealed class LocalHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(LambdaMode.InProcess)]
    [InlineData(LambdaMode.Process)]
    public async Task OneEndpoint_ServesEveryService(LambdaMode mode)
    {
        await using var host = await StartAsync(mode);
        using var http = new HttpClient { BaseAddress = host.Addresses.Aws };

        (await CallAsync(http, "AWSStepFunctions.ListStateMachines"))["stateMachines"]!.AsArray().Count.ShouldBe(1);
        (await CallAsync(http, "AmazonSQS.ListQueues"))["QueueUrls"]!.AsArray().Count.ShouldBe(4);
        (await CallAsync(http, "DynamoDB_20120810.ListTables"))["TableNames"]!.AsArray().Count.ShouldBe(1);
        using var invoked = await http.PostAsync("2015-03-31/functions/kakao-workflow-Quote/invocations", new StringContent("{}"), Token);
        invoked.Headers.GetValues("X-Amz-Function-Error").Single().ShouldBe("Unhandled");
        using var nothing = await http.GetAsync("2015-03-31/nothing", Token);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Skill_WithTheGeneratedKey_Answers()
    {
        await using var host = await StartAsync(LambdaMode.InProcess);
        using var http = new HttpClient { BaseAddress = host.Addresses.HttpApi };
        using var request = new HttpRequestMessage(HttpMethod.Post, "skill/points");
        request.Headers.Add("x-api-key", host.Stack.Functions.Single(function => function.LogicalId == "PointBalanceFunction").Variables["SKILL_KEYS"]);
        request.Content = new StringContent(
            """{"userRequest":{"user":{"id":"customer-1"},"utterance":"x"},"action":{"params":{"phone":"010-0000-0000"}}}""",
            Encoding.UTF8,
            "application/json");

        using var answer = await http.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["version"]!.GetValue<string>().ShouldBe("2.0");
    }

    [Fact]
    public async Task Template_ThatCannotBeDeployed_LeavesNothingRunning()
    {
        var template = Path.Combine(_folder, "template.yaml");
        await File.WriteAllTextAsync(template, "Transform: AWS::Serverless-2016-10-31\nResources: { X: { Type: AWS::S3::Bucket } }", Token);
        var options = Options(LambdaMode.InProcess) with { TemplatePath = template };
        (await Should.ThrowAsync<TemplateException>(() => LocalHost.StartAsync(options, Token))).Path.ShouldBe("Resources.X.Type");

        await using var host = await StartAsync(LambdaMode.InProcess);
        host.Stack.Functions.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Definition_ThatStepFunctionsRefuses_NamesTheStateMachine()
    {
        var template = Path.Combine(_folder, "template.yaml");
        await File.WriteAllTextAsync(
            template,
            "Transform: AWS::Serverless-2016-10-31\nResources: { X: { Type: AWS::Serverless::StateMachine, Properties: { Definition: { StartAt: Nowhere, States: {} } } } }",
            Token);
        var options = Options(LambdaMode.InProcess) with { TemplatePath = template };
        (await Should.ThrowAsync<TemplateException>(() => LocalHost.StartAsync(options, Token))).Path.ShouldBe("Resources.X");
    }

    [Fact]
    public async Task Redeployment_WithChangedQueuesAndDefinition_UpdatesThem()
    {
        var template = Path.Combine(_folder, "template.yaml");
        foreach (var seconds in (int[])[40, 50])
        {
            await File.WriteAllTextAsync(
                template,
                $$"""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Q: { Type: AWS::SQS::Queue, Properties: { QueueName: q, VisibilityTimeout: {{seconds}} } }
                  M: { Type: AWS::Serverless::StateMachine, Properties: { Name: m, Definition: { StartAt: A, States: { A: { Type: Wait, Seconds: {{seconds}}, End: true } } } } }
                """,
                Token);
            await using var host = await LocalHost.StartAsync(Options(LambdaMode.InProcess) with { TemplatePath = template }, Token);
            using var http = new HttpClient { BaseAddress = host.Addresses.Aws };
            var queue = await CallAsync(http, "AmazonSQS.GetQueueAttributes", $$"""{"QueueUrl":"{{host.Stack.Queues.Single().Url}}","AttributeNames":["VisibilityTimeout"]}""");
            queue["Attributes"]!["VisibilityTimeout"]!.GetValue<string>().ShouldBe($"{seconds}");
            var machine = await CallAsync(http, "AWSStepFunctions.DescribeStateMachine", $$"""{"stateMachineArn":"{{host.Stack.StateMachines.Single().Arn}}"}""");
            machine["definition"]!.GetValue<string>().ShouldContain($"{seconds}");
        }
    }

    private Task<LocalHost> StartAsync(LambdaMode mode) => LocalHost.StartAsync(Options(mode), Token);

    private LocalHostOptions Options(LambdaMode mode) => new()
    {
        DataFolder = Path.Combine(_folder, "data"),
        Lambda = mode,
        Random = new SystemRandomSource(),
    };

    private static async Task<JsonNode> CallAsync(HttpClient http, string target, string body = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/ap-northeast-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }
}
