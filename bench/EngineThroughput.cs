using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Bench;

/// <summary>
/// State transitions per second of the engine alone, durable: every event is on disk before its effect. Two machines of six
/// states, one of them without tasks, one of Lambda tasks that answer at once. The peer is SQLite with one commit per transition.
/// </summary>
internal static class EngineThroughput
{
    private const int InFlight = 256;
    private const int States = 6;
    private const string Role = "arn:aws:iam::000000000000:role/machine";

    public static async Task RunAsync(int executions, TimeProvider time)
    {
        foreach (var kind in new[] { "Pass", "Task" })
        {
            var folder = Directory.CreateTempSubdirectory("kakaoworkflow-bench-");
            try
            {
                await MeasureAsync(kind, executions / 5, folder.FullName, time);
                var peer = CommitPerTransitionPeer.Measure(folder.FullName, time);
                var perSecond = await MeasureAsync(kind, executions, folder.FullName, time);
                Console.WriteLine($"engine, {kind,-4}: {perSecond,8:0} state transitions/s ({executions} executions of {States} states, {InFlight} in flight)"
                    + $", {perSecond / peer:0.0} times SQLite with a commit per transition ({peer:0}/s)");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task<double> MeasureAsync(string kind, int executions, string folder, TimeProvider time)
    {
        await using var database = LocalDatabase.Open(Path.Combine(folder, $"{Guid.Empty:N}.db"), EmbeddedStepFunctions.Schema);
        await using var engine = await EmbeddedStepFunctions.OpenAsync(
            database, new EngineOptions(), new InstantFunctions(), new NoService(), new NoService(), time, new SystemRandomSource(),
            NullLoggerFactory.Instance);
        await engine.Engine.ResumeAsync();
        var machine = await CallAsync(engine, "CreateStateMachine", new JsonObject
        {
            ["name"] = "bench" + kind,
            ["definition"] = Machine(kind),
            ["roleArn"] = Role,
        });
        var arn = machine["stateMachineArn"]!.GetValue<string>();
        using var slots = new SemaphoreSlim(InFlight);
        var started = time.GetTimestamp();
        var running = new List<Task>(executions);
        for (var index = 0; index < executions; index++)
        {
            await slots.WaitAsync();
            running.Add(OneAsync());
        }
        await Task.WhenAll(running);
        return executions * (double)States / time.GetElapsedTime(started).TotalSeconds;

        async Task OneAsync()
        {
            var execution = await CallAsync(
                engine, "StartExecution", new JsonObject { ["stateMachineArn"] = arn, ["input"] = """{"orderId":"1123-7K2QX9MT"}""" });
            var ended = await engine.Engine.WaitForEndAsync(execution["executionArn"]!.GetValue<string>(), CancellationToken.None);
            if (ended.Status.ToString()?.ToUpperInvariant() != "SUCCEEDED")
                throw new InvalidOperationException($"An execution ended {ended.Status}.");
            slots.Release();
        }
    }

    private static Task<JsonObject> CallAsync(EmbeddedStepFunctions engine, string operation, JsonObject request) =>
        engine.Service.InvokeAsync(operation, request, CancellationToken.None);

    private static string Machine(string kind)
    {
        var states = new JsonObject();
        for (var index = 1; index <= States; index++)
        {
            var state = kind == "Pass"
                ? new JsonObject { ["Type"] = "Pass", ["ResultPath"] = "$.result", ["Result"] = index }
                : new JsonObject
                {
                    ["Type"] = "Task",
                    ["Resource"] = "arn:aws:states:::lambda:invoke",
                    ["Parameters"] = new JsonObject { ["FunctionName"] = "work", ["Payload.$"] = "$" },
                    ["ResultPath"] = null,
                    ["TimeoutSeconds"] = 30,
                };
            if (index < States)
                state["Next"] = $"State{index + 1}";
            else
                state["End"] = true;
            states[$"State{index}"] = state;
        }
        return new JsonObject { ["StartAt"] = "State1", ["States"] = states }.ToJsonString();
    }

    private sealed class InstantFunctions : ILambdaInvoker
    {
        private static readonly LambdaInvocation Answer = new("{}"u8.ToArray(), null, "00000000-0000-0000-0000-000000000000");

        public Task<LambdaInvocation> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
            Task.FromResult(Answer);
    }

    private sealed class NoService : IServiceIntegration
    {
        public Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("These machines call no service.");
    }
}
