using System.Globalization;
using KakaoWorkflow.Emulator.Processes;

namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>One process of a function: started, warm, and used for one event at a time until it ends.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly SupervisedProcess _process;
    private readonly RuntimeSession _session;
    private readonly RuntimeApi _api;
    private readonly string _path;
    private readonly TimeProvider _time;

    private FunctionProcess(SupervisedProcess process, RuntimeSession session, RuntimeApi api, string path, TimeProvider time) =>
        (_process, _session, _api, _path, _time) = (process, session, api, path, time);

    /// <summary>Whether it can take another event.</summary>
    public bool IsAlive => !_process.Exited.IsCompleted;

    /// <summary>Starts a process; it is not ready yet.</summary>
    public static FunctionProcess Start(
        FunctionConfiguration function, FunctionProgram program, Uri apiAddress, RuntimeApi api, TimeProvider time, ILogger logger)
    {
        var (path, session) = api.Open();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["AWS_PROFILE"] = null };
        foreach (var (name, value) in function.Variables)
            environment[name] = value;
        environment["_HANDLER"] = function.Handler;
        environment["AWS_LAMBDA_RUNTIME_API"] = $"{apiAddress.Authority}/{path}";
        environment["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture);
        environment["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}";
        environment["AWS_LAMBDA_LOG_STREAM_NAME"] = path;
        environment["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        environment["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}";
        environment["LAMBDA_TASK_ROOT"] = program.CodeFolder;
        var process = SupervisedProcess.Start(program.Command, environment, "KILL", line => logger.LogInformation("{Line}", line));
        return new FunctionProcess(process, session, api, path, time);
    }

    /// <summary>Runs one event. Afterwards the process may have ended; <see cref="IsAlive"/> tells.</summary>
    public async Task<LambdaInvocation> RunAsync(FunctionCall call, TimeSpan initTime)
    {
        if (await InitializeAsync(call, initTime) is { } failure)
            return failure;

        var timeout = TimeSpan.FromSeconds(call.Function.TimeoutSeconds);
        var answer = _session.Send(new RuntimeEvent(call, _time.GetUtcNow() + timeout));
        try
        {
            await Task.WhenAny(answer, _process.Exited).WaitAsync(timeout, _time);
        }
        catch (TimeoutException)
        {
            await EndAsync();
            return call.Failed(FunctionErrors.TimedOut(call.RequestId, call.Function.TimeoutSeconds));
        }
        if (!answer.IsCompleted)
            return call.Failed(FunctionErrors.Exited(call.RequestId, await _process.Exited));
        var outcome = await answer;
        return outcome.Failed ? call.Failed(outcome.Payload.ToArray()) : call.Returned(outcome.Payload);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _process.DisposeAsync();
    }

    /// <summary>Null when the process is ready; otherwise the answer that it cannot be asked.</summary>
    private async Task<LambdaInvocation?> InitializeAsync(FunctionCall call, TimeSpan initTime)
    {
        if (_session.Initialized is { IsCompletedSuccessfully: true, Result: null })
            return null;
        try
        {
            await Task.WhenAny(_session.Initialized, _process.Exited).WaitAsync(initTime, _time);
        }
        catch (TimeoutException)
        {
            await EndAsync();
            return call.Failed(FunctionErrors.TimedOut(call.RequestId, (int)initTime.TotalSeconds));
        }
        if (!_session.Initialized.IsCompleted)
            return call.Failed(FunctionErrors.Exited(call.RequestId, await _process.Exited));
        if (await _session.Initialized is not { } errorDocument)
            return null;
        await EndAsync();
        return call.Failed(errorDocument);
    }

    private async Task EndAsync()
    {
        _api.Close(_path);
        await _process.StopAsync(TimeSpan.FromSeconds(5), _time);
    }
}
