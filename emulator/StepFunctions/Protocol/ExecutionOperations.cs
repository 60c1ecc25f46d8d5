using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The operations on executions.</summary>
internal sealed class ExecutionOperations(
    ExecutionEngine engine, ExecutionStore store, StateMachineStore machines, TimeProvider time, IRandomSource random)
{
    private const int MaxTraceHeaderLength = 256;
    private const int MaxClientTokenLength = 64;
    // As documented: how long a repeated request with the same token is taken for the same one.
    private static readonly TimeSpan ClientTokenLife = TimeSpan.FromMinutes(15);
    private static readonly ExecutionStatus[] Statuses = Enum.GetValues<ExecutionStatus>();

    public async Task<JsonObject> StartAsync(JsonObject body)
    {
        var request = new Request(body, "stateMachineArn", "name", "input", "traceHeader");
        var machine = Machine(request.StateMachineArn());
        var name = request.Name() ?? random.NewGuid().ToString();
        var input = Input(request);
        var trace = request.Text("traceHeader", MaxTraceHeaderLength);
        if (trace?.Any(character => !char.IsAscii(character)) == true)
            throw StepFunctionsErrors.Validation("The member 'traceHeader' must be ASCII.");

        var started = await engine.StartAsync(machine, name, input, trace)
            ?? throw StepFunctionsErrors.ExecutionAlreadyExists(engine.ArnOf(machine, name));
        return new JsonObject { ["executionArn"] = started.Identity.Arn, ["startDate"] = started.StartTime.ToWire() };
    }

    public async Task<JsonObject> StopAsync(JsonObject body)
    {
        var request = new Request(body, "executionArn", "error", "cause");
        var arn = request.ExecutionArn();
        var stopped = await engine.StopAsync(
            arn, request.Text("error", EventDetails.Failure.MaxErrorLength), request.Text("cause", EventDetails.Failure.MaxCauseLength))
            ?? throw StepFunctionsErrors.ExecutionDoesNotExist(arn);
        return new JsonObject { ["stopDate"] = (stopped.StopTime ?? time.GetUtcNow()).ToWire() };
    }

    public async Task<JsonObject> DescribeAsync(JsonObject body)
    {
        var request = new Request(body, "executionArn", "includedData");
        var data = request.OneOf("includedData", "ALL_DATA", "METADATA_ONLY") != "METADATA_ONLY";
        return ExecutionView.Describe(await ExecutionAsync(request), data, time.GetUtcNow());
    }

    public async Task<JsonObject> DescribeStateMachineAsync(JsonObject body)
    {
        var request = new Request(body, "executionArn", "includedData");
        var data = request.OneOf("includedData", "ALL_DATA", "METADATA_ONLY") != "METADATA_ONLY";
        var execution = await ExecutionAsync(request);
        var revision = await machines.RevisionAsync(execution.RevisionId);
        var answer = new JsonObject
        {
            ["stateMachineArn"] = execution.Identity.StateMachineArn,
            ["name"] = execution.Identity.StateMachineName,
            ["updateDate"] = revision.Time.ToWire(),
        };
        Configurations.Show(answer, revision, data);
        return answer;
    }

    public async Task<JsonObject> ListAsync(JsonObject body)
    {
        var request = new Request(body, "stateMachineArn", "statusFilter", "maxResults", "nextToken", "mapRunArn", "redriveFilter");
        if (request.Has("mapRunArn"))
            throw StepFunctionsErrors.Validation("The member 'mapRunArn' belongs to distributed Map states, which are not supported here.");
        var machine = Machine(request.StateMachineArn());
        var status = Status(request);
        var redriven = request.OneOf("redriveFilter", "REDRIVEN", "NOT_REDRIVEN") is { } filter ? filter == "REDRIVEN" : (bool?)null;
        var list = $"executions {machine.Arn} {status} {redriven}";
        var count = PageToken.Results(request);

        var page = await store.ListAsync(machine.Arn, status, redriven, PageToken.Read(request, list), count + 1);
        var answer = new JsonObject { ["executions"] = new JsonArray([.. page.Take(count).Select(ExecutionView.Item)]) };
        if (page.Count > count)
            answer["nextToken"] = PageToken.Write(list, page[count - 1].Id);
        return answer;
    }

    public async Task<JsonObject> HistoryAsync(JsonObject body)
    {
        var request = new Request(body, "executionArn", "maxResults", "reverseOrder", "nextToken", "includeExecutionData");
        var execution = await ExecutionAsync(request);
        var reverse = request.Flag("reverseOrder") ?? false;
        var data = request.Flag("includeExecutionData") ?? true;
        var list = $"history {execution.Identity.Arn} {reverse}";
        var count = PageToken.Results(request);
        var first = PageToken.Read(request, list) ?? (reverse ? long.MaxValue : 1);

        var page = await store.HistoryAsync(execution.Id, first, count + 1, reverse);
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([.. page.Take(count).Select(happened => HistoryView.Show(happened, data))]),
        };
        if (page.Count > count)
            answer["nextToken"] = PageToken.Write(list, page[count].Id);
        return answer;
    }

    public async Task<JsonObject> RedriveAsync(JsonObject body)
    {
        var request = new Request(body, "executionArn", "clientToken");
        var token = request.Text("clientToken", MaxClientTokenLength, minLength: 1);
        var execution = await ExecutionAsync(request);
        if (token is not null && execution.RedriveToken == token && time.GetUtcNow() - execution.RedriveTime <= ClientTokenLife)
            return Redriven(execution);
        if (ExecutionView.RedriveObstacle(execution, time.GetUtcNow()) is { } obstacle)
            throw StepFunctionsErrors.ExecutionNotRedrivable(execution.Identity.Arn, obstacle);
        return Redriven(await engine.RedriveAsync(execution.Identity.Arn, token)
            ?? throw StepFunctionsErrors.ExecutionNotRedrivable(execution.Identity.Arn, "Execution is RUNNING and cannot be redriven"));
    }

    private static JsonObject Redriven(ExecutionRecord execution) => new() { ["redriveDate"] = execution.RedriveTime!.Value.ToWire() };

    private async Task<ExecutionRecord> ExecutionAsync(Request request)
    {
        var arn = request.ExecutionArn();
        return await engine.FindAsync(arn) ?? throw StepFunctionsErrors.ExecutionDoesNotExist(arn);
    }

    private StateMachine Machine(string arn) => machines.Find(arn) ?? throw StepFunctionsErrors.StateMachineDoesNotExist(arn);

    private static Payload Input(Request request)
    {
        if (request.Text("input") is not { } text)
            return Payload.Parse("{}");
        if (System.Text.Encoding.UTF8.GetByteCount(text) > PayloadLimit.MaxBytes)
            throw StepFunctionsErrors.InvalidExecutionInput($"The input has more than {PayloadLimit.MaxBytes} bytes.");
        try
        {
            return Payload.Parse(text);
        }
        catch (JsonException error)
        {
            throw StepFunctionsErrors.InvalidExecutionInput(error.Message);
        }
    }

    private static ExecutionStatus? Status(Request request)
    {
        var filter = request.OneOf("statusFilter", "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE");
        if (filter is null)
            return null;
        return filter == "PENDING_REDRIVE"
            ? throw StepFunctionsErrors.Validation("The value PENDING_REDRIVE of 'statusFilter' belongs to distributed Map states, which are not supported here.")
            : Statuses.Single(status => ExecutionView.Name(status) == filter);
    }
}
