using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Calls Lambda functions as Step Functions does.</summary>
/// <param name="functions">Where functions run.</param>
/// <param name="concurrency">How many calls run at once; further ones queue, and their time-outs run meanwhile.</param>
internal sealed class LambdaTask(ILambdaInvoker functions, int concurrency) : IDisposable
{
    /// <summary>AWS's own default for an account and region.</summary>
    public const int DefaultConcurrency = 1000;

    /// <summary>What <see cref="Language.States.TaskResource.Service"/> says of these tasks.</summary>
    public const string Service = "lambda";

    /// <summary>The error's name when a function ended without saying why.</summary>
    public const string Unknown = "Lambda.Unknown";

    private const string ContentType = "application/json";
    // What the Lambda service puts into the error document when the process has gone.
    private const string ProcessGone = "Runtime.ExitError";

    private static readonly string[] Fields = ["FunctionName", "Payload", "Qualifier", "InvocationType", "LogType"];

    private readonly SemaphoreSlim _slots = new(concurrency, concurrency);

    /// <summary>A bare function ARN: the parameters are the event, the function's result is the task's.</summary>
    /// <exception cref="TaskFailedException">The function or the service failed.</exception>
    public async Task<JsonNode?> CallFunctionAsync(string functionArn, JsonNode? payload, CancellationToken cancellationToken) =>
        (await RunAsync(functionArn, payload, functionArn, cancellationToken)).Result;

    /// <summary><c>lambda:invoke</c>: the parameters are a request to the Invoke API, the task's result is its answer.</summary>
    /// <exception cref="TaskFailedException">The function or the service failed, or a parameter is wrong.</exception>
    public async Task<JsonNode?> InvokeAsync(JsonNode? parameters, CancellationToken cancellationToken)
    {
        if (parameters is not JsonObject fields)
            throw Invalid("The parameters of lambda:invoke must be a JSON object.");
        if (fields.FirstOrDefault(field => !Fields.Contains(field.Key)).Key is { } unknown)
            throw Invalid($"The field '{unknown}' of lambda:invoke is not supported.");
        if (Text(fields, "InvocationType") is not (null or "RequestResponse"))
            throw Invalid("The field 'InvocationType' of lambda:invoke must be RequestResponse.");
        if (Text(fields, "LogType") is not (null or "None"))
            throw Invalid("The field 'LogType' of lambda:invoke must be None.");
        var name = Text(fields, "FunctionName") ?? throw Invalid("The field 'FunctionName' of lambda:invoke is required.");
        var qualifier = Text(fields, "Qualifier");
        var payload = fields.TryGetPropertyValue("Payload", out var given) ? given : new JsonObject();

        var (result, requestId) = await RunAsync(qualifier is null ? name : $"{name}:{qualifier}", payload, Service, cancellationToken);
        var answer = new JsonObject { ["ExecutedVersion"] = qualifier ?? "$LATEST", ["Payload"] = result };
        SdkMetadata.AddTo(answer, requestId, ContentType);
        answer["StatusCode"] = 200;
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _slots.Dispose();

    private async Task<(JsonNode? Result, string RequestId)> RunAsync(
        string name, JsonNode? payload, string source, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var answer = await functions.InvokeAsync(name, Encoding.UTF8.GetBytes(JsonText.Write(payload)), cancellationToken);
            if (answer.FunctionError is not null)
                throw FunctionError(answer);
            return (Result(answer, source), answer.RequestId);
        }
        catch (LambdaServiceException error)
        {
            throw new TaskFailedException(
                $"Lambda.{error.Code}",
                $"{error.Message} (Service: AWSLambda; Status Code: {error.Status}; Error Code: {error.Code})");
        }
        finally
        {
            _slots.Release();
        }
    }

    private static JsonNode? Result(LambdaInvocation answer, string source)
    {
        if (answer.Payload.IsEmpty)
            return null;
        // Before it is read, since a text that is not JSON may be too large as well.
        if (answer.Payload.Length > PayloadLimit.MaxBytes)
            throw new TaskFailedException(ErrorName.DataLimitExceeded, PayloadLimit.ResultTooLarge(source));
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetString(answer.Payload.Span));
        }
        catch (JsonException error)
        {
            throw new TaskFailedException(Unknown, $"The function's result is not JSON: {error.Message}");
        }
    }

    private static TaskFailedException FunctionError(LambdaInvocation answer)
    {
        var document = Encoding.UTF8.GetString(answer.Payload.Span);
        var type = StrictJson.ParseObject(document) is { } fields ? Text(fields, "errorType") : null;
        return new TaskFailedException(type is null or "" or ProcessGone ? Unknown : type, document);
    }

    private static string? Text(JsonObject fields, string name) => fields[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Invalid($"The field '{name}' must be a string."),
    };

    private static TaskFailedException Invalid(string cause) => new(ErrorName.Runtime, cause);
}
