using System.Diagnostics;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Emulator.Lambda;

/// <summary>The Runtime API against real processes: a runtime of a few lines for Node.js, which npm brings.</summary>
public sealed class ProcessLambdaTests
{
    private const string Runtime =
        """
        const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/';
        const post = (path, body) => fetch(api + path, { method: 'POST', body });
        (async () => {
          if (process.env._HANDLER === 'unready') { await post('init/error', JSON.stringify({ errorType: 'NotReady', errorMessage: 'no' })); process.exit(1); }
          if (process.env._HANDLER === 'stillborn') process.exit(7);
          for (;;) {
            const next = await fetch(api + 'invocation/next');
            const id = next.headers.get('lambda-runtime-aws-request-id');
            const event = await next.json();
            if (event.do === 'die') process.exit(3);
            if (event.do === 'hang') await new Promise(resolve => setTimeout(resolve, 3600000));
            if (event.do === 'fail') { await post(`invocation/${id}/error`, JSON.stringify({ errorType: 'Failed', errorMessage: event.message })); continue; }
            if (event.do === 'mute') { await post(`invocation/${id}/error`, 'not json'); continue; }
            const known = (await post('invocation/other/response', '1')).status;
            await post(`invocation/${id}/response`, JSON.stringify({
              pid: process.pid, id, event, known, name: process.env.AWS_LAMBDA_FUNCTION_NAME, own: process.env.OWN,
              deadline: Number(next.headers.get('lambda-runtime-deadline-ms')) > Date.now(),
              arn: next.headers.get('lambda-runtime-invoked-function-arn') }));
          }
        })().catch(() => process.exit(0));
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_Answering_StaysWarm()
    {
        await using var lambda = await StartAsync();
        var first = await RunAsync(lambda, """{"do":"라떼"}""");
        var second = await RunAsync(lambda, "{}");

        first["event"]!["do"]!.GetValue<string>().ShouldBe("라떼");
        (first["id"]!.GetValue<string>(), first["name"]!.GetValue<string>(), first["own"]!.GetValue<string>()).ShouldBe(("request-1", "work", "set"));
        first["arn"]!.GetValue<string>().ShouldEndWith(":function:work");
        first["deadline"]!.GetValue<bool>().ShouldBeTrue();
        first["known"]!.GetValue<int>().ShouldBe(400);
        second["pid"]!.GetValue<int>().ShouldBe(first["pid"]!.GetValue<int>());
    }

    [Fact]
    public async Task Process_OfConcurrentEvents_IsOneEach()
    {
        await using var lambda = await StartAsync();
        var answers = await Task.WhenAll(RunAsync(lambda, "{}"), RunAsync(lambda, "{}"), RunAsync(lambda, "{}"));
        answers.Select(answer => answer["pid"]!.GetValue<int>()).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"do":"fail","message":"금지"}""", "Failed", "금지")]
    [InlineData("""{"do":"mute"}""", "Runtime.Unknown", "without a document")]
    [InlineData("""{"do":"die"}""", "Runtime.ExitError", "RequestId: request-1 Error: Runtime exited with error: exit status 3")]
    [InlineData("""{"do":"hang"}""", "Sandbox.Timedout", "RequestId: request-1 Error: Task timed out after 3.00 seconds")]
    public async Task Process_ThatDoesNotAnswer_IsAnsweredForAndReplaced(string payload, string type, string message)
    {
        await using var lambda = await StartAsync();
        var answer = await lambda.RunAsync(Functions.Call(Work("work"), payload), Token);
        answer.FunctionError.ShouldBe("Unhandled");
        var document = JsonNode.Parse(answer.Payload.Span)!;
        document["errorType"]!.GetValue<string>().ShouldBe(type);
        document["errorMessage"]!.GetValue<string>().ShouldContain(message);
        (await RunAsync(lambda, "{}"))["name"]!.GetValue<string>().ShouldBe("work");
    }

    [Theory]
    [InlineData("unready", "NotReady")]
    [InlineData("stillborn", "Runtime.ExitError")]
    public async Task Process_ThatCannotStart_SaysWhy(string handler, string type)
    {
        await using var lambda = await StartAsync();
        var answer = await lambda.RunAsync(Functions.Call(Work(handler)), Token);
        JsonNode.Parse(answer.Payload.Span)!["errorType"]!.GetValue<string>().ShouldBe(type);
    }

    [Fact]
    public async Task Dispose_EndsEveryProcess()
    {
        int pid;
        await using (var lambda = await StartAsync())
            pid = (await RunAsync(lambda, "{}"))["pid"]!.GetValue<int>();
        Process.GetProcesses().ShouldNotContain(process => process.Id == pid);
    }

    private static FunctionConfiguration Work(string name) =>
        Functions.Named(name) with { Variables = new Dictionary<string, string> { ["OWN"] = "set" } };

    private static Task<ProcessLambda> StartAsync() => StartAsync(
        new ProcessLambdaOptions { MaxProcessesPerFunction = 2 },
        Work("work"),
        Work("unready"),
        Work("stillborn"));

    private static Task<ProcessLambda> StartAsync(
        ProcessLambdaOptions options, params FunctionConfiguration[] functions) =>
        ProcessLambda.StartAsync(
            functions.ToDictionary(function => function, _ => new FunctionProgram(["node", "-e", Runtime], AppContext.BaseDirectory)), options, RealTime.Clock,
            new SeededRandomSource(1), NullLoggerFactory.Instance);

    private static async Task<JsonNode> RunAsync(ProcessLambda lambda, string payload)
    {
        var answer = await lambda.RunAsync(Functions.Call(Work("work"), payload), Token);
        answer.FunctionError.ShouldBeNull(answer.Text());
        return JsonNode.Parse(answer.Payload.Span)!;
    }
}
