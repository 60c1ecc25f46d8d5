using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The operations on task tokens.</summary>
internal sealed class TaskOperations(ExecutionEngine engine)
{
    public Task<JsonObject> SucceedAsync(JsonObject body)
    {
        var request = new Request(body, "taskToken", "output");
        var text = request.Payload("output", PayloadLimit.MaxBytes)
            ?? throw StepFunctionsErrors.Validation("The member 'output' is required.");
        Payload output;
        try
        {
            output = Payload.Parse(text);
        }
        catch (JsonException error)
        {
            throw StepFunctionsErrors.InvalidOutput(error.Message);
        }
        return UseAsync(request, attempt => new Stimulus.TokenSucceeded(attempt, output));
    }

    public Task<JsonObject> FailAsync(JsonObject body)
    {
        var request = new Request(body, "taskToken", "error", "cause");
        var error = request.Text("error", EventDetails.Failure.MaxErrorLength);
        var cause = request.Text("cause", EventDetails.Failure.MaxCauseLength);
        return UseAsync(request, attempt => new Stimulus.TokenFailed(attempt, error, cause));
    }

    public Task<JsonObject> HeartbeatAsync(JsonObject body) =>
        UseAsync(new Request(body, "taskToken"), attempt => new Stimulus.TokenHeartbeat(attempt));

    private async Task<JsonObject> UseAsync(Request request, Func<long, Stimulus> stimulus)
    {
        var token = request.RequiredText("taskToken", TaskTokens.MaxLength);
        return await engine.UseTokenAsync(token, stimulus) switch
        {
            TokenOutcome.Accepted => [],
            TokenOutcome.Invalid => throw StepFunctionsErrors.InvalidToken("taskToken"),
            TokenOutcome.Unknown => throw StepFunctionsErrors.TaskDoesNotExist(),
            _ => throw StepFunctionsErrors.TaskTimedOut(),
        };
    }
}
