using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Executions;

/// <summary>A text that was cut in the middle of an emoji is valid JSON: it becomes U+FFFD wherever it comes in.</summary>
public sealed class HalfSurrogateTests
{
    private const string Cut = """{"memo":"cut \ud83c"}""";
    private const string Mended = "{\"memo\":\"cut \uFFFD\"}";

    [Fact]
    public async Task Result_OfAFunction_GoesOn_AndIsReadAgainAfterARestart()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Runs("f", (_, _) => Task.FromResult(new LambdaInvocation("""{"memo":"cut \ud83c"}"""u8.ToArray(), null, "r")));
        var execution = await aws.RunAsync(Machines.Chain(
            ("T", Machines.TaskFields + ""","ResultSelector":{"memo.$":"$.Payload.memo"}"""), ("W", "\"Type\":\"Wait\",\"Seconds\":1")));
        await aws.SettleAsync();
        await aws.RestartAsync();
        await aws.PassTimeAsync(1);

        (await aws.OutputAsync(execution)).ShouldBe(Mended);
        aws.Functions.Invocations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Output_OfATaskToken_EndsTheTask()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("f", _ => null);
        var execution = await aws.RunAsync(Machines.TokenTask());
        await aws.SettleAsync();
        var token = aws.Functions.Invocations.Single().Event!["token"]!.GetValue<string>();
        await aws.CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = Cut });

        (await aws.OutputAsync(execution)).ShouldBe(Mended);
    }

    [Fact]
    public async Task Cause_LongerThanIsKept_IsNotCutInsideAnEmoji()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        // The first half of the emoji is the last character that would be kept.
        var text = $"{{\"errorType\":\"E\",\"errorMessage\":\"{new string('x', 32_734)}🍵 and more\"}}";
        text.IndexOf('\ud83c', StringComparison.Ordinal).ShouldBe(32_767);
        aws.Functions.Fails("f", text);
        var execution = await aws.RunAsync(Machines.Task());
        await aws.SettleAsync();

        var shown = await aws.DescribeAsync(execution);
        (shown["status"]!.GetValue<string>(), shown["cause"]!.GetValue<string>().Length).ShouldBe(("FAILED", 32_767));
    }

    [Theory]
    [InlineData("""States.StringToJson($.text)""", "{\"x\":{\"memo\":\"cut \uFFFD\"}}")]
    [InlineData("""States.StringSplit('🍵🍶', '🍶')""", """{"x":["\uD83C\uDF75"]}""")]
    public async Task Function_OfTheLanguage_GoesOn(string call, string output)
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(
            Machines.Of("P", $$"""
                "Type":"Pass","Parameters":{"x.$":"{{call}}"}
                """), new JsonObject { ["text"] = Cut }.ToJsonString());

        (await aws.OutputAsync(execution)).ShouldBe(output);
    }

    [Fact]
    public async Task InputAndDefinition_AreTaken()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var machine = await aws.CreateAsync("""{"Comment":"\ud83c","StartAt":"P","States":{"P":{"Type":"Pass","End":true} } }""");
        var execution = await aws.StartExecutionAsync(machine, Cut, "one");

        (await aws.OutputAsync(execution)).ShouldBe(Mended);
        (await aws.StartExecutionAsync(machine, "1")).ShouldNotBe(execution);
    }
}
