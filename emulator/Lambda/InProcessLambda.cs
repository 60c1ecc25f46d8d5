using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>
/// Runs functions in this process, so that a debugger stops in them. One instance of a function serves all its invocations;
/// one that takes too long is answered for but not stopped, since a thread cannot be killed.
/// </summary>
/// <param name="create">Makes a function's instance; a failure is the answer of that invocation, and the next one tries again.</param>
/// <param name="time">Measures time-outs.</param>
/// <param name="loggers">One logger per function, under the function's name.</param>
internal sealed class InProcessLambda(FunctionFactory create, TimeProvider time, ILoggerFactory loggers) : IFunctionRunner
{
    private readonly ConcurrentDictionary<string, Lazy<Instance>> _instances = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<LambdaInvocation> RunAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromSeconds(call.Function.TimeoutSeconds);
        var running = Task.Run(() => RunToEndAsync(call, time.GetUtcNow() + timeout), CancellationToken.None);
        try
        {
            return await running.WaitAsync(timeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return call.Failed(FunctionErrors.TimedOut(call.RequestId, call.Function.TimeoutSeconds));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

#pragma warning disable CA1031 // whatever a function throws is its answer
    private async Task<LambdaInvocation> RunToEndAsync(FunctionCall call, DateTimeOffset deadline)
    {
        var lazy = _instances.GetOrAdd(call.Function.Name, _ => new Lazy<Instance>(() => Start(call)));
        ILogger? logger = null;
        try
        {
            var instance = lazy.Value;
            logger = instance.Logger;
            var context = new InProcessContext(call, deadline, time, new FunctionLogger(logger));
            using var input = Open(call.Payload);
            await using var output = await instance.Handler(input, context);
            return call.Returned(await ReadAsync(output));
        }
        catch (Exception error)
        {
            if (logger is null)
                _instances.TryRemove(KeyValuePair.Create(call.Function.Name, lazy));
            (logger ?? loggers.CreateLogger(call.Function.Name)).LogInformation(
                "{RequestId} failed: {ErrorType}", call.RequestId, error.GetType().Name);
            return call.Failed(FunctionErrors.Of(error));
        }
    }
#pragma warning restore CA1031

    private Instance Start(FunctionCall call) => new(create(call.Function), loggers.CreateLogger(call.Function.Name));

    private static MemoryStream Open(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(payload.ToArray(), writable: false);

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream output)
    {
        if (output is null)
            return default;
        using var copy = new MemoryStream();
        await output.CopyToAsync(copy);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }

    private sealed record Instance(Func<Stream, ILambdaContext, Task<Stream>> Handler, ILogger Logger);
}
