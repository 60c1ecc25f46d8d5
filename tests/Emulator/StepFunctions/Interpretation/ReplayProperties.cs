using FsCheck;
using FsCheck.Fluent;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

/// <summary>Whatever happens in whatever order: the events rebuild the state (see <see cref="TestExecution"/>), and the history is well formed.</summary>
public sealed class ReplayProperties
{
    private const string Machine = """
        {"StartAt":"P","TimeoutSeconds":500,"States":{
          "P":{"Type":"Parallel","Next":"W","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],
               "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Assign":{"caught":true},"Next":"W"}],
               "Branches":[
                 {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
                    "Parameters":{"FunctionName":"f","Payload":{"t.$":"$$.Task.Token","u.$":"States.UUID()"}},
                    "TimeoutSeconds":60,"HeartbeatSeconds":20,"Assign":{"seen.$":"$"},
                    "Retry":[{"ErrorEquals":["E"],"MaxAttempts":2,"JitterStrategy":"FULL"}],"End":true}}},
                 {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"End":true,"ItemProcessor":{"StartAt":"I","States":{
                    "I":{"Type":"Task","Resource":"arn:aws:lambda:ap-northeast-2:000000000000:function:g","TimeoutSeconds":30,"Next":"J"},
                    "J":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"K"}],"Default":"L"},
                    "K":{"Type":"Fail","Error":"Null"},
                    "L":{"Type":"Wait","Seconds":3,"End":true}}}}}}]},
          "W":{"Type":"Wait","Seconds":5,"Next":"Z"},
          "Z":{"Type":"Succeed"}}}
        """;

    [Fact]
    public void AnySchedule_RebuildsTheStateAndKeepsTheHistoryWellFormed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Run).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static void Run(byte[] choices)
    {
        var execution = TestExecution.Start(Machine, """{"items":[1,2,3]}""");
        foreach (var choice in choices)
            Happen(execution, choice);

        var shown = execution.History.Where(happened => happened.IsVisible).ToList();
        shown.Select(happened => happened.Id).ShouldBe(Enumerable.Range(1, shown.Count).Select(id => (long)id));
        shown.ShouldAllBe(happened => happened.PreviousEventId < happened.Id);
        var ended = execution.State.Status != ExecutionStatus.Running;
        execution.Rebuild().OpenCalls().Count.ShouldBe(ended ? 0 : OpenCalls(execution.State));
        execution.State.NextDue.HasValue.ShouldBe(!ended);
    }

    private static void Happen(TestExecution execution, byte choice)
    {
        var calls = execution.Calls.ToList();
        var task = calls[choice / 16 % calls.Count].TaskEventId;
        switch (choice % 10)
        {
            case 0 or 1:
                execution.Send(new Stimulus.CallReturned(task, Payload.Parse("{\"a\":1}")));
                break;
            case 2:
                execution.Send(new Stimulus.CallReturned(task, Payload.Parse("null")));
                break;
            case 3:
                execution.Send(new Stimulus.CallFailed(task, "E", "by chance"));
                break;
            case 4:
                execution.Send(new Stimulus.TokenSucceeded(task, Payload.Parse("2")));
                break;
            case 5:
                execution.Send(new Stimulus.TokenFailed(task, "Other", null));
                break;
            case 6:
                execution.Send(new Stimulus.TokenHeartbeat(task));
                break;
            case 7 or 8:
                execution.PassTime(choice / 10.0);
                break;
            default:
                execution.Send(choice > 200 ? new Stimulus.Stop(null, null) : new Stimulus.Redrive());
                break;
        }
    }

    private static int OpenCalls(ExecutionState state) =>
        state.Strands.Count(strand => strand.Activity?.Attempt is { IsSubmitted: false });
}
