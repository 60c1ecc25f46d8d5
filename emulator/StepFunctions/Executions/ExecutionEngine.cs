using System.Collections.Concurrent;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>
/// Runs executions: those that run are in memory, the others on disk only. It may be stopped at any time in any way; what
/// runs goes on with <see cref="ResumeAsync"/>.
/// </summary>
internal sealed class ExecutionEngine : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RunningExecution> _running = new();
    private readonly SemaphoreSlim _redriving = new(1, 1);
    private readonly StateMachineStore _machines;
    private readonly TaskTokens _tokens;
    private readonly ITaskCaller _caller;
    private readonly ILogger<ExecutionEngine> _logger;
    private readonly InterpreterSettings _settings;
    private readonly EngineOptions _options;
    private readonly TaskCompletionSource _resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _lastStoredId;
    private long _lastId;
    private volatile bool _isStopping;

    private ExecutionEngine(
        EngineOptions options,
        long lastStoredId,
        ExecutionStore store,
        StateMachineStore machines,
        TaskTokens tokens,
        ITaskCaller caller,
        TimeProvider time,
        IRandomSource random,
        ILogger<ExecutionEngine> logger)
    {
        _options = options;
        _lastStoredId = _lastId = lastStoredId;
        _settings = new InterpreterSettings(options.Region, options.WaitScale);
        Store = store;
        _machines = machines;
        _tokens = tokens;
        _caller = caller;
        Time = time;
        Random = random;
        _logger = logger;
    }

    /// <summary>How many executions are in memory.</summary>
    public int RunningCount => _running.Count;

    internal ExecutionStore Store { get; }

    internal TimeProvider Time { get; }

    internal IRandomSource Random { get; }

    internal IdleGate Idle { get; } = new();

    internal bool IsStopping => _isStopping;

    /// <summary>Sets the engine up. What is on disk stands still until <see cref="ResumeAsync"/>, and requests that concern it wait.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale of waits is not above 0.</exception>
    public static async Task<ExecutionEngine> OpenAsync(
        EngineOptions options,
        ExecutionStore store,
        StateMachineStore machines,
        TaskTokens tokens,
        ITaskCaller caller,
        TimeProvider time,
        IRandomSource random,
        ILogger<ExecutionEngine> logger)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.WaitScale);
        return new ExecutionEngine(options, await store.LastIdAsync(), store, machines, tokens, caller, time, random, logger);
    }

    /// <summary>Reads the executions that had not ended and lets them go on. To be called once.</summary>
    public async Task ResumeAsync()
    {
        foreach (var record in await Store.RunningAsync(_lastStoredId))
            (await LoadAsync(record)).Resume();
        _resumed.TrySetResult();
    }

    /// <summary>Starts an execution.</summary>
    /// <param name="machine">What it runs, at its present revision.</param>
    /// <param name="name">Its name; with the same one, an execution that runs with the same input is the answer.</param>
    /// <param name="input">Its input.</param>
    /// <param name="traceHeader">Kept and shown; null for none.</param>
    /// <returns>The execution as it is on disk after its first step; null when the name is taken.</returns>
    public async Task<ExecutionRecord?> StartAsync(StateMachine machine, string name, Payload input, string? traceHeader = null)
    {
        var identity = new ExecutionIdentity(ArnOf(machine, name), name, machine.Arn, machine.Name, machine.Revision.RoleArn);
        if (_running.TryGetValue(identity.Arn, out var same))
            return same.Record.Input == input.Text ? same.Record : null;

        var record = new ExecutionRecord(
            Interlocked.Increment(ref _lastId), identity, machine.Revision.Id, input.Text, traceHeader, Now());
        var interpreter = new Interpreter(identity, _machines.Definition(machine.Revision), _settings, _tokens);
#pragma warning disable CA2000 // disposed when it ends or the engine stops
        var execution = new RunningExecution(this, interpreter, record, nextStep: 0);
#pragma warning restore CA2000
        if (await execution.StartAsync(input))
            return execution.Record;

        var taken = await Store.FindAsync(identity.Arn);
        return taken is { Status: ExecutionStatus.Running } && taken.Input == input.Text ? taken : null;
    }

    /// <summary>The ARN that an execution with this name has.</summary>
    public string ArnOf(StateMachine machine, string name) => _options.Arns.Execution(machine.Name, name);

    /// <summary>An execution as it is on disk; null when there is none.</summary>
    public async Task<ExecutionRecord?> FindAsync(string arn) =>
        _running.TryGetValue(arn, out var running) ? running.Record : await Store.FindAsync(arn);

    /// <summary>Stops an execution.</summary>
    /// <returns>The execution, also when it had ended before; null when there is none.</returns>
    public async Task<ExecutionRecord?> StopAsync(string arn, string? error, string? cause)
    {
        await _resumed.Task;
        if (_running.TryGetValue(arn, out var running))
            await running.PostAsync(new Stimulus.Stop(error, cause));
        return await Store.FindAsync(arn);
    }

    /// <summary>Lets a failed execution go on from where it failed. Whether it may is the caller's to check.</summary>
    /// <param name="arn">The execution.</param>
    /// <param name="clientToken">Kept, so that a repeated request is recognised; null for none.</param>
    /// <returns>The execution; null when it runs or has succeeded.</returns>
    public async Task<ExecutionRecord?> RedriveAsync(string arn, string? clientToken)
    {
        await _resumed.Task;
        await _redriving.WaitAsync();
        try
        {
            if (_running.ContainsKey(arn) || await Store.FindAsync(arn) is not { } record)
                return null;
            var execution = await LoadAsync(record);
            Add(execution);
            if (await execution.PostAsync(new Stimulus.Redrive(), present => present with { RedriveToken = clientToken }))
                return execution.Record;
            Remove(execution);
            return null;
        }
        finally
        {
            _redriving.Release();
        }
    }

    /// <summary>Hands a task token's message to its execution.</summary>
    /// <param name="token">The token.</param>
    /// <param name="stimulus">Makes the stimulus for the attempt that the token belongs to.</param>
    public async Task<TokenOutcome> UseTokenAsync(string token, Func<long, Stimulus> stimulus)
    {
        if (!_tokens.TryRead(token, out var attempt))
            return TokenOutcome.Invalid;
        await _resumed.Task;
        if (_running.TryGetValue(attempt.ExecutionArn, out var running))
            return await running.PostAsync(stimulus(attempt.TaskEventId)) ? TokenOutcome.Accepted : TokenOutcome.Closed;
        return await Store.FindAsync(attempt.ExecutionArn) is null ? TokenOutcome.Unknown : TokenOutcome.Closed;
    }

    /// <summary>Completes when the execution has ended.</summary>
    /// <exception cref="KeyNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionParkedException">A step could not be stored.</exception>
    public async Task<ExecutionRecord> WaitForEndAsync(string arn, CancellationToken cancellationToken)
    {
        await _resumed.Task.WaitAsync(cancellationToken);
        if (_running.TryGetValue(arn, out var running))
            return await running.Ended.WaitAsync(cancellationToken);
        return await Store.FindAsync(arn) ?? throw new KeyNotFoundException($"There is no execution {arn}.");
    }

    /// <summary>Completes when nothing moves until a timer, a token or a caller comes: no step, no write, no call is under way.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => Idle.WaitAsync(cancellationToken);

    /// <summary>Stops without ending anything: calls are no longer waited for, and what runs goes on after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        _resumed.TrySetCanceled();
        foreach (var execution in _running.Values)
            execution.Dispose();
        await Idle.WaitAsync(CancellationToken.None);
        _redriving.Dispose();
    }

    internal DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(Time.GetUtcNow().ToUnixTimeMilliseconds());

    internal void Add(RunningExecution execution) => _running[execution.Record.Identity.Arn] = execution;

    internal void Remove(RunningExecution execution) =>
        _running.TryRemove(KeyValuePair.Create(execution.Record.Identity.Arn, execution));

    internal void Faulted(RunningExecution execution, Exception error) =>
        _logger.LogError(error, "{Execution} fails, because a step of it threw", execution.Record.Identity.Arn);

    internal void Parked(RunningExecution execution, Exception error)
    {
        if (!_isStopping)
            _logger.LogError(error, "{Execution} stands still until the next start", execution.Record.Identity.Arn);
    }

    internal async Task<Stimulus?> CallAsync(Command.CallTask call, CancellationToken cancellationToken)
    {
        // The caller's thread has others to serve, and a function may run long before it first waits.
        await Task.Yield();
        try
        {
            var result = await _caller.CallAsync(call.Resource, call.Parameters, cancellationToken).WaitAsync(cancellationToken);
            return new Stimulus.CallReturned(call.TaskEventId, Payload.Of(result));
        }
        catch (TaskFailedException failure)
        {
            return new Stimulus.CallFailed(call.TaskEventId, failure.Error, failure.Cause);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // a call that fails in an unforeseen way must not leave its task open
        catch (Exception error)
#pragma warning restore CA1031
        {
            _logger.LogError(error, "A call of {Resource} failed in an unforeseen way", call.Resource.Arn);
            var name = call.Resource.Service == LambdaTask.Service ? LambdaTask.Unknown : ErrorName.TaskFailed;
            return new Stimulus.CallFailed(call.TaskEventId, name, error.Message);
        }
    }

    private async Task<RunningExecution> LoadAsync(ExecutionRecord record)
    {
        var revision = await _machines.RevisionAsync(record.RevisionId);
        var interpreter = new Interpreter(record.Identity, _machines.Definition(revision), _settings, _tokens);
        var (events, nextStep) = await Store.ReplayAsync(record.Id);
        interpreter.Replay(events);
        return new RunningExecution(this, interpreter, record, nextStep);
    }
}
