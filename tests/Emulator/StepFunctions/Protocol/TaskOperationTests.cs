using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Protocol;

public sealed class TaskOperationTests : IAsyncLifetime
{
    private TestStepFunctions _aws = null!;
    private string _execution = null!;
    private string _token = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await TestStepFunctions.StartAsync();
        _aws.Functions.Returns("f", _ => null);
        _execution = await _aws.RunAsync(Machines.TokenTask(""","TimeoutSeconds":60"""));
        await _aws.SettleAsync();
        _token = _aws.Functions.Invocations.Single().Event!["token"]!.GetValue<string>();
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Success_EndsTheTask_AndASecondOneIsTooLate()
    {
        (await _aws.CallAsync("SendTaskSuccess", Success("""{"ok":true}"""))).Count.ShouldBe(0);
        (await _aws.OutputAsync(_execution)).ShouldBe("""{"ok":true}""");

        (await _aws.ErrorAsync("SendTaskSuccess", Success("1"))).Code.ShouldBe("TaskTimedOut");
        (await _aws.ErrorAsync("SendTaskFailure", new JsonObject { ["taskToken"] = _token })).Code.ShouldBe("TaskTimedOut");
        (await _aws.ErrorAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = _token })).Code.ShouldBe("TaskTimedOut");
    }

    [Fact]
    public async Task Failure_FailsTheTask()
    {
        await _aws.CallAsync("SendTaskFailure", new JsonObject { ["taskToken"] = _token, ["error"] = "Quit", ["cause"] = "left" });

        var shown = await _aws.DescribeAsync(_execution);
        (shown["status"]!.GetValue<string>(), shown["error"]!.GetValue<string>(), shown["cause"]!.GetValue<string>()).ShouldBe(("FAILED", "Quit", "left"));
    }

    [Fact]
    public async Task Success_AfterTheTimeout_IsTooLate()
    {
        await _aws.PassTimeAsync(60);

        (await _aws.ErrorAsync("SendTaskSuccess", Success("1"))).Code.ShouldBe("TaskTimedOut");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Success_OutputWrong_IsRefused(string output) =>
        (await _aws.ErrorAsync("SendTaskSuccess", Success(output))).Code.ShouldBe("InvalidOutput");

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public async Task Success_Output_HasItsLimit(int bytes, bool allowed)
    {
        var body = Success($"\"{new string('x', bytes - 2)}\"");
        if (allowed)
            await _aws.CallAsync("SendTaskSuccess", body);
        else
            (await _aws.ErrorAsync("SendTaskSuccess", body)).Code.ShouldBe("ValidationException");
    }

    [Theory]
    [InlineData("SendTaskSuccess")]
    [InlineData("SendTaskFailure")]
    [InlineData("SendTaskHeartbeat")]
    public async Task Token_Garbage_IsRefused(string operation)
    {
        var body = new JsonObject { ["taskToken"] = "garbage" };
        if (operation == "SendTaskSuccess")
            body["output"] = "1";

        (await _aws.ErrorAsync(operation, body)).Code.ShouldBe("InvalidToken");
        body["taskToken"] = new string('x', 2049);
        (await _aws.ErrorAsync(operation, body)).Code.ShouldBe("ValidationException");
        body.Remove("taskToken");
        (await _aws.ErrorAsync(operation, body)).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Token_OfAnExecutionThatIsGone_IsUnknown()
    {
        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = _execution });
        await _aws.ChangeDatabaseAsync("DELETE FROM sfn_executions");

        (await _aws.ErrorAsync("SendTaskSuccess", Success("1"))).Code.ShouldBe("TaskDoesNotExist");
    }

    [Fact]
    public async Task Success_ManyAtOnce_OneWins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(async () =>
        {
            try
            {
                await _aws.CallAsync("SendTaskSuccess", Success($"{n}"));
                return n;
            }
            catch (KakaoWorkflow.Emulator.AwsJson.AwsJsonException)
            {
                return -1;
            }
        })));

        (await _aws.OutputAsync(_execution)).ShouldBe($"{answers.Where(answer => answer >= 0).ShouldHaveSingleItem()}");
    }

    private JsonObject Success(string output) => new() { ["taskToken"] = _token, ["output"] = output };
}
