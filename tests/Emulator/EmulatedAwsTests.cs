using KakaoWorkflow.Emulator;
using KakaoWorkflow.Emulator.Clocks;
using ExecutionStatus = Amazon.StepFunctions.ExecutionStatus;

namespace KakaoWorkflow.Tests.Emulator;

/// <summary>The public surface, as a team with a state machine of its own uses it.</summary>
public sealed class EmulatedAwsTests
{
    /// <summary>A greenhouse: measure, wait an hour, ask a person, water.</summary>
    private const string Greenhouse =
        """
        {
          "StartAt": "Measure",
          "States": {
            "Measure": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "measure", "Payload.$": "$" }, "ResultSelector": { "percent.$": "$.Payload.percent" }, "Next": "Dry" },
            "Dry": { "Type": "Wait", "Seconds": 3600, "Next": "Ask" },
            "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 86400,
              "Parameters": { "FunctionName": "ask", "Payload": { "token.$": "$$.Task.Token" } }, "End": true }
          }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StateMachine_WaitsAnHourAndForACallback_InNoTime()
    {
        string? token = null;
        await using var aws = await EmulatedAws.StartAsync(
            new()
            {
                Time = new VirtualTime(new DateTimeOffset(2026, 5, 1, 6, 0, 0, TimeSpan.Zero)),
                StateMachines = { ["greenhouse"] = Greenhouse },
                Functions =
                {
                    ["measure"] = EmulatedFunction.Of(bed => new JsonObject { ["percent"] = (string?)bed!["bed"] == "roses" ? 12 : 80 }),
                    ["ask"] = EmulatedFunction.Of(question => {
                        token = (string?)question!["token"];
                        return null; }),
                },
            },
            Token);
        var arn = (await aws.StepFunctions.StartExecutionAsync(
            new() { StateMachineArn = aws.StateMachineArn("greenhouse"), Input = """{"bed":"roses"}""" }, Token)).ExecutionArn;

        await aws.AdvanceAsync(TimeSpan.FromMinutes(59), Token);
        token.ShouldBeNull();
        await aws.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        await aws.StepFunctions.SendTaskSuccessAsync(new() { TaskToken = token.ShouldNotBeNull(), Output = """{"water":true}""" }, Token);
        await aws.AdvanceAsync(TimeSpan.Zero, Token);

        var execution = await aws.StepFunctions.DescribeExecutionAsync(new() { ExecutionArn = arn }, Token);
        execution.Status.ShouldBe(ExecutionStatus.SUCCEEDED);
        execution.Output.ShouldBe("""{"water":true}""");
    }

    [Fact]
    public async Task Callback_ThatNeverComes_TimesOutWhenTheClockSaysSo()
    {
        await using var aws = await EmulatedAws.StartAsync(
            new()
            {
                Time = new VirtualTime(new DateTimeOffset(2026, 5, 1, 6, 0, 0, TimeSpan.Zero)),
                StateMachines = { ["greenhouse"] = Greenhouse },
                Functions =
                {
                    ["measure"] = EmulatedFunction.Of(_ => new JsonObject { ["percent"] = 12 }),
                    ["ask"] = EmulatedFunction.Of(_ => (JsonNode?)null),
                },
            },
            Token);
        var arn = (await aws.StepFunctions.StartExecutionAsync(new() { StateMachineArn = aws.StateMachineArn("greenhouse") }, Token)).ExecutionArn;
        await aws.AdvanceAsync(TimeSpan.FromHours(25) - TimeSpan.FromSeconds(1), Token);
        (await aws.StepFunctions.DescribeExecutionAsync(new() { ExecutionArn = arn }, Token)).Status.ShouldBe(ExecutionStatus.RUNNING);
        await aws.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        (await aws.StepFunctions.DescribeExecutionAsync(new() { ExecutionArn = arn }, Token)).Status.ShouldBe(ExecutionStatus.FAILED);
    }

    [Fact]
    public async Task DataFolder_KeptOverARestart_LetsTheExecutionGoOn()
    {
        var folder = Directory.CreateTempSubdirectory("emulator-").FullName;
        var options = new EmulatedAwsOptions
        {
            DataFolder = folder,
            Time = new VirtualTime(new DateTimeOffset(2026, 5, 1, 6, 0, 0, TimeSpan.Zero)),
            StateMachines = { ["pause"] = """{"StartAt":"P","States":{"P":{"Type":"Wait","Seconds":60,"End":true}}}""" },
        };
        string arn;
        await using (var aws = await EmulatedAws.StartAsync(options, Token))
        {
            arn = (await aws.StepFunctions.StartExecutionAsync(new() { StateMachineArn = aws.StateMachineArn("pause") }, Token)).ExecutionArn;
            await aws.AdvanceAsync(TimeSpan.FromSeconds(30), Token);
        }
        await using (var aws = await EmulatedAws.StartAsync(options, Token))
        {
            await aws.AdvanceAsync(TimeSpan.FromSeconds(30), Token);
            (await aws.StepFunctions.DescribeExecutionAsync(new() { ExecutionArn = arn }, Token)).Status.ShouldBe(ExecutionStatus.SUCCEEDED);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Template_RunsFunctionsThatTheTestGives()
    {
        var folder = Directory.CreateTempSubdirectory("emulator-").FullName;
        var template = Path.Combine(folder, "template.yaml");
        await File.WriteAllTextAsync(
            template,
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Inbox: { Type: AWS::SQS::Queue }
              Greet:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: provided.al2023
                  Handler: greet
                  CodeUri: .
                  Environment: { Variables: { WORD: hello } }
                  Events: { Mail: { Type: SQS, Properties: { Queue: !GetAtt Inbox.Arn } } }
            """,
            Token);
        var greeted = new TaskCompletionSource<string>();
        await using (var aws = await EmulatedAws.StartAsync(
            new()
            {
                TemplatePath = template,
                CreateFunction = function => EmulatedFunction.Of(mail =>
                {
                    greeted.TrySetResult($"{function.Handler}: {function.Variables["WORD"]} {(string?)mail!["Records"]![0]!["body"]}");
                    return null;
                }),
            },
            Token))
        {
            await aws.Sqs.SendMessageAsync(new() { QueueUrl = aws.QueueUrl("Inbox").ToString(), MessageBody = "Ada" }, Token);
            (await greeted.Task.WaitAsync(Token)).ShouldBe("greet: hello Ada");
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Definition_ThatIsWrong_IsRefusedWithItsPlace() =>
        (await Should.ThrowAsync<TemplateException>(() => EmulatedAws.StartAsync(
            new() { StateMachines = { ["broken"] = """{"StartAt":"A","States":{"A":{"Type":"Sing","End":true}}}""" } }, Token)))
            .Message.ShouldContain("/States/A");

    [Fact]
    public async Task Clock_OfTheSystem_CannotBeMoved()
    {
        await using var aws = await EmulatedAws.StartAsync(new(), Token);
        (await Should.ThrowAsync<InvalidOperationException>(() => aws.AdvanceAsync(TimeSpan.FromHours(1), Token))).Message.ShouldContain("VirtualTime");
        Should.Throw<KeyNotFoundException>(() => aws.StateMachineArn("none"));
        Should.Throw<KeyNotFoundException>(() => aws.QueueUrl("none"));
    }
}
