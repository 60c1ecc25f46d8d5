using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

/// <summary>
/// One execution in the hands of a test. After every step it is rebuilt from its stored events, and the rebuilt state must
/// equal the live one: so each test here is a replay test too.
/// </summary>
internal sealed class TestExecution
{
    public static readonly DateTimeOffset StartTime = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly ExecutionIdentity Identity = new(
        "arn:aws:states:ap-northeast-2:000000000000:execution:machine:one", "one",
        "arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine", "machine",
        "arn:aws:iam::000000000000:role/machine");

    private readonly StateMachineDefinition _definition;
    private readonly InterpreterSettings _settings;
    private readonly SeededRandomSource _random = new(7);
    private readonly Interpreter _interpreter;

    private TestExecution(string definition, double waitScale)
    {
        _definition = StateMachineDefinition.Parse(definition);
        _settings = new InterpreterSettings("ap-northeast-2", waitScale);
        _interpreter = new Interpreter(Identity, _definition, _settings, new PlainTokens());
    }

    public DateTimeOffset Now { get; private set; } = StartTime;

    public ExecutionState State => _interpreter.State;

    public List<HistoryEvent> History { get; } = [];

    public List<Command> Commands { get; } = [];

    public IEnumerable<Command.CallTask> Calls => Commands.OfType<Command.CallTask>();

    public Command.CallTask LastCall => Calls.Last();

    public JsonNode? Output => State.Output?.Node;

    public static TestExecution Start(string definition, string input = "{}", double waitScale = 1)
    {
        var execution = new TestExecution(definition, waitScale);
        execution.Send(new Stimulus.Start(Payload.Parse(input)));
        return execution;
    }

    public bool Send(Stimulus stimulus)
    {
        var step = _interpreter.Advance(stimulus, Now, _random);
        Take(step);
        for (; step.IsCutOff; Take(step))
            step = _interpreter.Advance(new Stimulus.Continue(), Now, _random);
        return History.Count > 0 && step.IsAccepted;
    }

    public void Return(string result, long? task = null) =>
        Send(new Stimulus.CallReturned(task ?? LastCall.TaskEventId, Payload.Parse(result))).ShouldBeTrue();

    public void Fail(string error, string? cause = null, long? task = null) =>
        Send(new Stimulus.CallFailed(task ?? LastCall.TaskEventId, error, cause)).ShouldBeTrue();

    public void PassTime(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        Send(new Stimulus.TimerFired());
    }

    public Interpreter Rebuild()
    {
        var rebuilt = new Interpreter(Identity, _definition, _settings, new PlainTokens());
        var stored = StoredHistory.Read(StoredHistory.Write(History));
        rebuilt.Replay(stored.Where(happened => happened.Type != HistoryEventType.HeartbeatReceived));
        rebuilt.Replay(stored.Where(happened => happened.Type == HistoryEventType.HeartbeatReceived));
        return rebuilt;
    }

    /// <summary>The history as lines of id, type, name where there is one, and the event that it follows.</summary>
    public string Lines() => string.Join('\n', History.Where(happened => happened.IsVisible).Select(happened =>
        $"{happened.Id} {happened.Type}{Name(happened.Details)} <- {happened.PreviousEventId}"));

    public HistoryEvent Single(HistoryEventType type) => History.Single(happened => happened.Type == type);

    private static string Name(EventDetails? details) => details switch
    {
        EventDetails.StateEntered entered => $" {entered.Name}",
        EventDetails.StateExited exited => $" {exited.Name}",
        EventDetails.MapIteration iteration => $" {iteration.Index}",
        _ => "",
    };

    private void Take(Transition step)
    {
        History.AddRange(step.Events);
        Commands.AddRange(step.Commands);
        if (History.Count > 0)
            StateDump.Of(Rebuild().State).ShouldBe(StateDump.Of(State));
    }

    private sealed class PlainTokens : ITaskTokens
    {
        public string TokenFor(string executionArn, long taskEventId) => $"token-{taskEventId}";
    }
}
