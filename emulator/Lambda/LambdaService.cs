using System.Collections.Concurrent;
using System.Text.Json;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>The Lambda service: finds the function, keeps concurrency, runs it here or passes the call on.</summary>
/// <param name="options">The functions that are ours.</param>
/// <param name="runner">Where they run; disposed with this.</param>
/// <param name="remote">Takes every other function; null refuses them.</param>
/// <param name="random">Request and trace ids.</param>
/// <param name="time">The time in trace ids.</param>
/// <param name="logger">Failures that no caller hears of.</param>
internal sealed class LambdaService(
    LambdaOptions options, IFunctionRunner runner, ILambdaInvoker? remote, IRandomSource random, TimeProvider time, ILogger<LambdaService> logger)
    : ILambdaInvoker, IAsyncDisposable
{
    private readonly Dictionary<string, FunctionConfiguration> _functions =
        options.Functions.ToDictionary(function => function.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, ConcurrencyGate> _gates =
        options.Functions.ToDictionary(function => function.Name, function => new ConcurrencyGate(function.ReservedConcurrency), StringComparer.Ordinal);

    private readonly ConcurrencyGate _account = new(LambdaLimits.MaxConcurrency);
    private readonly ConcurrentDictionary<Task, bool> _events = new();

    /// <summary>How many invocations run.</summary>
    public int RunningCount => _account.Running;

    /// <summary>The functions that are ours, in the template's order.</summary>
    public IReadOnlyList<FunctionConfiguration> Functions => options.Functions;

    /// <inheritdoc />
    public async Task<LambdaInvocation> InvokeAsync(
        string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (payload.Length > LambdaLimits.MaxRequestBytes)
            throw TooLarge(LambdaLimits.MaxRequestBytes);
        var identifier = FunctionIdentifier.Parse(functionName);
        if (Find(identifier) is not { } function)
        {
            return remote is null
                ? throw NotFound(identifier)
                : await remote.InvokeAsync(functionName, payload, cancellationToken);
        }

        var call = Call(function, identifier, Checked(payload));
        var gate = _gates[function.Name];
        if (!gate.TryEnter())
            throw Throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        if (!_account.TryEnter())
        {
            gate.Leave();
            throw Throttled("ConcurrentInvocationLimitExceeded");
        }
        try
        {
            return await runner.RunAsync(call, cancellationToken);
        }
        finally
        {
            _account.Leave();
            gate.Leave();
        }
    }

    /// <summary>
    /// Invokes a function and answers before it has run (<c>Event</c>). It runs once: unlike on AWS, a failure is only logged, and an
    /// event that has not run yet is lost when the host stops.
    /// </summary>
    /// <exception cref="LambdaServiceException">The function is not known, or the event is too large or not JSON, or too many wait.</exception>
    public void Post(string functionName, ReadOnlyMemory<byte> payload)
    {
        if (payload.Length > LambdaLimits.MaxEventBytes)
            throw TooLarge(LambdaLimits.MaxEventBytes);
        if (_events.Count >= LambdaLimits.MaxQueuedEvents)
            throw Throttled("CallerRateLimitExceeded");
        CheckKnown(functionName);
        Checked(payload);
        var running = RunEventAsync(functionName, payload);
        _events.TryAdd(running, true);
        _ = running.ContinueWith(
            done => _events.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Checks that an invocation of this function would find it (<c>DryRun</c>).</summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>.</exception>
    public void CheckKnown(string functionName)
    {
        var identifier = FunctionIdentifier.Parse(functionName);
        if (Find(identifier) is null && remote is null)
            throw NotFound(identifier);
    }

    /// <summary>One of our functions.</summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>.</exception>
    public FunctionConfiguration Get(string functionName)
    {
        var identifier = FunctionIdentifier.Parse(functionName);
        return Find(identifier) ?? throw NotFound(identifier);
    }

    /// <summary>The reserved concurrency of one of our functions; null when nothing is reserved.</summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>.</exception>
    public int? GetReservedConcurrency(string functionName) => _gates[Get(functionName).Name].Reserved;

    /// <summary>
    /// Reserves concurrency. 0 throttles every call, which holds a function back; null reserves nothing. A restart goes back to the template.
    /// </summary>
    /// <exception cref="LambdaServiceException"><c>ResourceNotFoundException</c>, or <c>InvalidParameterValueException</c> outside 0 to 1000.</exception>
    public void SetReservedConcurrency(string functionName, int? reserved)
    {
        if (reserved is < 0 or > LambdaLimits.MaxConcurrency)
        {
            throw new LambdaServiceException(
                "InvalidParameterValueException", $"ReservedConcurrentExecutions must be from 0 to {LambdaLimits.MaxConcurrency}.", 400);
        }
        _gates[Get(functionName).Name].Reserved = reserved;
    }

    /// <summary>Waits for the events under way, then stops the runner.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_events.Keys);
        await runner.DisposeAsync();
    }

    private async Task RunEventAsync(string functionName, ReadOnlyMemory<byte> payload)
    {
        await Task.Yield();
        try
        {
            var answer = await InvokeAsync(functionName, payload, CancellationToken.None);
            if (answer.FunctionError is not null)
                logger.LogWarning("The asynchronous invocation {RequestId} of {Function} failed", answer.RequestId, functionName);
        }
        catch (LambdaServiceException error)
        {
            logger.LogWarning("An asynchronous invocation of {Function} was refused: {Code}", functionName, error.Code);
        }
    }

    private FunctionCall Call(FunctionConfiguration function, FunctionIdentifier identifier, ReadOnlyMemory<byte> payload) => new(
        function,
        identifier.Qualifier is null ? function.Arn : $"{function.Arn}:{identifier.Qualifier}",
        random.NewGuid().ToString(),
        $"Root=1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{random.NewGuid().ToString("N")[..24]};Parent={random.NewGuid().ToString("N")[..16]};Sampled=0",
        payload);

    private FunctionConfiguration? Find(FunctionIdentifier identifier) =>
        _functions.TryGetValue(identifier.Name, out var function)
        && (identifier.Region ?? options.Region) == options.Region
        && (identifier.AccountId ?? options.AccountId) == options.AccountId
        && (identifier.Qualifier is null or "$LATEST" || identifier.Qualifier == function.Alias)
            ? function
            : null;

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
            return "{}"u8.ToArray();
        try
        {
            var reader = new Utf8JsonReader(payload.Span);
            while (reader.Read())
                reader.TrySkip();
            return payload;
        }
        catch (JsonException error)
        {
            throw new LambdaServiceException(
                "InvalidRequestContentException", $"Could not parse request body into json: {error.Message}", 400);
        }
    }

    private LambdaServiceException NotFound(FunctionIdentifier identifier) => new(
        "ResourceNotFoundException",
        $"Function not found: arn:aws:lambda:{identifier.Region ?? options.Region}:{identifier.AccountId ?? options.AccountId}:function:{identifier.Name}"
        + (identifier.Qualifier is null ? "" : $":{identifier.Qualifier}"),
        404);

    private static LambdaServiceException TooLarge(int limit) =>
        new("RequestTooLargeException", $"Request must be smaller than {limit} bytes for the InvokeFunction operation", 413);

    private static LambdaServiceException Throttled(string reason) => new("TooManyRequestsException", $"Rate Exceeded. ({reason})", 429);
}
