using System.Collections.Concurrent;
using System.Web;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Tests.Proof.Leaks;

/// <summary>Searches what orders leave behind for phone numbers, pg_tokens, task tokens and keys.</summary>
public sealed class LeakScanTests
{
    private static readonly string[] Keys = ["SKILL_KEYS", "KAKAOPAY_SECRET_KEY", "MEMBER_ID_KEY", "PAY_LINK_KEYS"];

    private readonly CollectedLogs _logs = new();
    private readonly ConcurrentQueue<(CallName Call, string Body)> _calls = new();
    private readonly List<string> _seen = [];
    private readonly List<string> _histories = [];
    private readonly HashSet<string> _phones = [];
    private readonly HashSet<string> _pgTokens = [];
    private readonly HashSet<string> _keys = [];

    [Fact]
    public async Task Orders_LeaveNoSecretBehind()
    {
        await PlayAsync();
        var taskTokens = _calls.Where(call => call.Call.Service == "states").Select(call => (string?)JsonNode.Parse(call.Body)!["taskToken"]).OfType<string>().ToHashSet();
        var everything = _phones.Concat(_pgTokens).Concat(_keys).Concat(taskTokens).ToHashSet();
        (_phones.Count, _pgTokens.Count > 3, taskTokens.Count > 3, _keys.Count).ShouldBe((FaultScenarios.All.Count * 2, true, true, Keys.Length));

        var messages = _calls.Where(call => call.Call.Service == "sqs").Select(call => call.Body).ToList();
        messages.ShouldNotBeEmpty();
        Find(everything, _logs.Lines, "captured").ShouldBeEmpty("in the log");
        Find(everything, messages, "approved").ShouldBeEmpty("in a message");
        Find(everything, _seen, "카페라떼").ShouldBeEmpty("in a chat answer or on a page");
        // Step Functions itself shows a task token where it hands it to the function.
        Find(everything.Except(taskTokens), _histories, "CommitOrder").ShouldBeEmpty("in a history");
        Find(_phones.Concat(_keys), _calls.Select(call => call.Body), "ORDER#").ShouldBeEmpty("in a call");
    }

    private async Task PlayAsync()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock, seed: 7, loggers: _logs);
        cafe.Injector.Watch = (call, body) => _calls.Enqueue((call, body));
        var matrix = new FaultMatrix(cafe);
        foreach (var scenario in FaultScenarios.All)
        {
            await PlayAsync(cafe, matrix, scenario, null);
            // A failure has its own log lines and causes.
            await PlayAsync(cafe, matrix, scenario, new Fault(new CallName("CommitOrder", "dynamodb", "TransactWriteItems", 0), FaultKind.NeverSent));
        }
        foreach (var name in Keys)
            _keys.Add(cafe.Host.Stack.Functions.First(function => function.Variables.ContainsKey(name)).Variables[name]);
    }

    private async Task PlayAsync(VirtualCafe cafe, FaultMatrix matrix, FaultScenario scenario, Fault? fault)
    {
        var run = await matrix.PlayAsync(scenario, fault is null ? null : new FaultPlan(fault));
        run.Problems.ShouldBeEmpty();
        _phones.Add(run.Visit.Phone);
        _seen.AddRange(run.Visit.Seen);
        if (run.Visit.Approval is { } approval)
            _pgTokens.Add(HttpUtility.ParseQueryString(approval.Query)["pg_token"]!);
        var history = await cafe.Cafe.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest
        {
            ExecutionArn = OrderStory.ExecutionArn(cafe.Cafe, run.Visit.OrderId!),
            IncludeExecutionData = true,
            MaxResults = 1000,
        });
        _histories.AddRange(history.Events.Select(Text));
    }

    private static string Text(HistoryEvent entry) => string.Join(
        ' ',
        entry.Type,
        entry.ExecutionStartedEventDetails?.Input, entry.ExecutionSucceededEventDetails?.Output,
        entry.StateEnteredEventDetails?.Name, entry.StateEnteredEventDetails?.Input, entry.StateExitedEventDetails?.Output,
        entry.TaskScheduledEventDetails?.Parameters, entry.TaskSucceededEventDetails?.Output,
        entry.TaskSubmittedEventDetails?.Output, entry.TaskFailedEventDetails?.Error, entry.TaskFailedEventDetails?.Cause);

    /// <summary>The lines with one of the words. That the lines hold the control word proves that they were looked at.</summary>
    private static List<string> Find(IEnumerable<string> words, IEnumerable<string> lines, string control)
    {
        var all = lines.ToList();
        all.ShouldContain(line => line.Contains(control, StringComparison.Ordinal));
        return [.. all.Where(line => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)
            || Plain(line).Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Without the separators that a phone number may be written with.</summary>
    private static string Plain(string line) => line.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
