using KakaoWorkflow.Emulator.Lambda.Runtime;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>
/// Runs functions as child processes that speak the Lambda Runtime API, one event at a time each, as on AWS.
/// A process that takes too long is killed; one that crashes is replaced; none outlives this program.
/// </summary>
internal sealed class ProcessLambda : IFunctionRunner
{
    private readonly LoopbackServer _server;
    private readonly Dictionary<string, FunctionProcessPool> _pools;

    private ProcessLambda(LoopbackServer server, Dictionary<string, FunctionProcessPool> pools) => (_server, _pools) = (server, pools);

    /// <summary>Starts the Runtime API; processes start when they are needed.</summary>
    /// <param name="functions">The functions that will be run, their variables complete, and their programs.</param>
    /// <param name="options">Limits.</param>
    /// <param name="time">Measures time-outs.</param>
    /// <param name="random">Names sessions.</param>
    /// <param name="loggers">What a process prints goes to a logger under the function's name.</param>
    public static async Task<ProcessLambda> StartAsync(
        IReadOnlyDictionary<FunctionConfiguration, FunctionProgram> functions,
        ProcessLambdaOptions options,
        TimeProvider time,
        IRandomSource random,
        ILoggerFactory loggers)
    {
        var api = new RuntimeApi(random);
        var server = await LoopbackServer.StartAsync(ReservedPort.Any(), app => api.Map(app), loggers);
        var pools = functions.ToDictionary(
            function => function.Key.Name,
            function => new FunctionProcessPool(
                () => FunctionProcess.Start(function.Key, function.Value, server.Address, api, time, loggers.CreateLogger(function.Key.Name)), options),
            StringComparer.Ordinal);
        return new ProcessLambda(server, pools);
    }

    /// <summary>Whether it is for this one to run a function.</summary>
    public bool Runs(string functionName) => _pools.ContainsKey(functionName);

    /// <inheritdoc />
    public Task<LambdaInvocation> RunAsync(FunctionCall call, CancellationToken cancellationToken) =>
        _pools[call.Function.Name].RunAsync(call).WaitAsync(cancellationToken);

    /// <summary>Ends all processes, then the Runtime API.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_pools.Values.Select(pool => pool.DisposeAsync().AsTask()));
        await _server.DisposeAsync();
    }
}
