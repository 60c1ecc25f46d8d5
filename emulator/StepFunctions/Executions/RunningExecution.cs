using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>
/// One execution in memory. Stimuli go into its mailbox and are taken one after the other; what a batch of them brings
/// about is stored in one write, and only then carried out and answered. Executions do not wait for each other.
/// </summary>
internal sealed class RunningExecution : IDisposable
{
    private readonly ExecutionEngine _engine;
    private readonly Interpreter _interpreter;
    private readonly ExecutionTimer _timer;
    private readonly Lock _lock = new();
    private readonly Dictionary<long, CancellationTokenSource> _calls = [];
    private readonly TaskCompletionSource<ExecutionRecord> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<Letter> _mailbox = new();
    private bool _isTaking;
    private bool _isParked;
    private long _nextStep;

    public RunningExecution(ExecutionEngine engine, Interpreter interpreter, ExecutionRecord record, long nextStep)
    {
        _engine = engine;
        _interpreter = interpreter;
        _nextStep = nextStep;
        Record = record;
        _timer = new ExecutionTimer(engine.Time, () => Post(new Stimulus.TimerFired()));
    }

    /// <summary>The execution as it is on disk.</summary>
    public ExecutionRecord Record { get; private set; }

    /// <summary>Completes when it has ended and that is on disk.</summary>
    public Task<ExecutionRecord> Ended => _ended.Task;

    /// <summary>Runs the first step of a new execution.</summary>
    /// <returns>False when its ARN is taken; then nothing has happened.</returns>
    public async Task<bool> StartAsync(Payload input)
    {
        var first = _interpreter.Advance(new Stimulus.Start(input), Record.StartTime, _engine.Random);
        Report(first);
        Record = Record.At(_interpreter.State);
        if (!await _engine.Store.InsertAsync(Record, first.Events))
            return false;
        _nextStep = 1;
        Settle(first.Commands, first.IsCutOff, show: true);
        return true;
    }

    /// <summary>Goes on after a restart: calls are made again, timers are set again.</summary>
    public void Resume()
    {
        IReadOnlyList<Command> calls = [];
        Exception? broken = null;
        try
        {
            calls = _interpreter.OpenCalls();
        }
#pragma warning disable CA1031 // one execution that cannot go on must not keep the others from it
        catch (Exception error)
#pragma warning restore CA1031
        {
            broken = error;
        }
        Settle(calls, _interpreter.IsCutOff, show: true);
        if (broken is not null)
            Post(new Stimulus.Broke(broken));
    }

    /// <summary>Puts a stimulus into the mailbox.</summary>
    public void Post(Stimulus stimulus) => Post(new Letter(stimulus, null, null));

    /// <summary>Puts a stimulus into the mailbox and completes when what it brought about is on disk.</summary>
    /// <param name="stimulus">What happens.</param>
    /// <param name="mark">Changes the record that is stored along; null for nothing.</param>
    /// <returns>Whether it was accepted: false when it came too late.</returns>
    public Task<bool> PostAsync(Stimulus stimulus, Func<ExecutionRecord, ExecutionRecord>? mark = null)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new Letter(stimulus, answer, mark));
        return answer.Task;
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            foreach (var call in _calls.Values)
                _ = call.CancelAsync();
        }
    }

    private void Post(Letter letter)
    {
        lock (_lock)
        {
            if (_isParked)
            {
                letter.Answer?.TrySetException(ExecutionParkedException.For(Record.Identity.Arn));
                return;
            }
            _mailbox.Enqueue(letter);
            if (_isTaking)
                return;
            _isTaking = true;
        }
        _engine.Idle.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(static execution => _ = execution.TakeAllAsync(), this, preferLocal: false);
    }

    private async Task TakeAllAsync()
    {
        var letters = new Queue<Letter>();
        try
        {
            while (true)
            {
                lock (_lock)
                {
                    if (_mailbox.Count == 0)
                    {
                        _isTaking = false;
                        break;
                    }
                    letters.Clear();
                    (letters, _mailbox) = (_mailbox, letters);
                }
                await TakeAsync(letters);
            }
        }
#pragma warning disable CA1031 // whatever it is, memory and disk may differ now, and the disk is right
        catch (Exception error)
#pragma warning restore CA1031
        {
            Park(letters, error);
        }
        finally
        {
            _engine.Idle.Leave();
        }
    }

    private async Task TakeAsync(Queue<Letter> letters)
    {
        var record = Record;
        var events = new List<HistoryEvent>();
        var commands = new List<Command>();
        var answers = new List<(TaskCompletionSource<bool> Answer, bool IsAccepted)>();
        var cutOff = false;
        foreach (var letter in letters)
        {
            var step = _interpreter.Advance(letter.Stimulus, _engine.Now(), _engine.Random);
            Report(step);
            events.AddRange(step.Events);
            commands.AddRange(step.Commands);
            cutOff |= step.IsCutOff;
            if (step.IsAccepted && letter.Mark is { } mark)
                record = mark(record);
            if (letter.Answer is { } answer)
                answers.Add((answer, step.IsAccepted));
        }
        if (events.Count > 0)
        {
            record = record.At(_interpreter.State);
            var changed = record.Status != Record.Status || record.RedriveCount != Record.RedriveCount;
            await _engine.Store.AppendAsync(record, _nextStep++, events, changed);
            Record = record;
        }
        Settle(commands, cutOff);
        foreach (var (answer, isAccepted) in answers)
            answer.TrySetResult(isAccepted);
    }

    private void Report(Transition step)
    {
        if (step.Fault is { } fault)
            _engine.Faulted(this, fault);
    }

    /// <summary>What follows when a step is on disk.</summary>
    private void Settle(IReadOnlyList<Command> commands, bool isCutOff, bool show = false)
    {
        // As soon as others know of this execution or its timer is set, the state may change: it is read before.
        var due = _interpreter.State.NextDue;
        var hasEnded = _interpreter.State.Status != ExecutionStatus.Running;
        if (show && !hasEnded)
            _engine.Add(this);
        _timer.Set(due);
        CarryOut(commands);
        if (hasEnded)
        {
            _engine.Remove(this);
            _timer.Dispose();
            _ended.TrySetResult(Record);
        }
        else if (isCutOff)
        {
            Post(new Stimulus.Continue());
        }
    }

    private void Park(Queue<Letter> letters, Exception error)
    {
        lock (_lock)
        {
            _isParked = true;
            _isTaking = false;
            foreach (var letter in letters.Concat(_mailbox))
                letter.Answer?.TrySetException(ExecutionParkedException.For(Record.Identity.Arn, error));
            _mailbox.Clear();
        }
        Dispose();
        _ended.TrySetException(ExecutionParkedException.For(Record.Identity.Arn, error));
        _engine.Parked(this, error);
    }

    private void CarryOut(IReadOnlyList<Command> commands)
    {
        foreach (var command in commands)
        {
            switch (command)
            {
                case Command.CallTask call:
                    Begin(call);
                    break;
                case Command.ForgetTask forgotten:
                    lock (_lock)
                    {
                        if (_calls.TryGetValue(forgotten.TaskEventId, out var source))
                            _ = source.CancelAsync();
                    }
                    break;
            }
        }
    }

    private void Begin(Command.CallTask call)
    {
        // An engine that stops makes no new calls; the next start makes them, since the attempt is on disk.
        if (_engine.IsStopping)
            return;
#pragma warning disable CA2000 // disposed when the call has ended
        var source = new CancellationTokenSource();
#pragma warning restore CA2000
        lock (_lock)
            _calls[call.TaskEventId] = source;
        _engine.Idle.Enter();
        _ = CallAsync(call, source);
    }

    private async Task CallAsync(Command.CallTask call, CancellationTokenSource source)
    {
        try
        {
            if (await _engine.CallAsync(call, source.Token) is { } answer)
                Post(answer);
        }
        finally
        {
            lock (_lock)
                _calls.Remove(call.TaskEventId);
            source.Dispose();
            _engine.Idle.Leave();
        }
    }

    private sealed record Letter(
        Stimulus Stimulus, TaskCompletionSource<bool>? Answer, Func<ExecutionRecord, ExecutionRecord>? Mark);
}
