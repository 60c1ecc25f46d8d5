using System.Text.RegularExpressions;
using System.Xml.Linq;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Paying;

namespace KakaoWorkflow.Tests.Lambdas.Steps;

/// <summary>A function's error is known to the state machine by its class name alone, so a renamed class would fall through to States.ALL.</summary>
public sealed partial class ErrorNameTests
{
    private static readonly string[] SentByCallbacks = [SettleCallback.PaymentQuit, SettleCallback.PaymentFailed, SettleCallback.OrderWithdrawn];

    private static readonly List<TaskState> Tasks =
        [.. StateMachineDefinition.Parse(Deployed.FilledDefinition).AllStates.OfType<TaskState>()];

    private static readonly HashSet<string> Named =
    [
        .. Tasks.SelectMany(task => task.Catch.SelectMany(catcher => catcher.ErrorEquals)
            .Concat(task.Retry.SelectMany(retrier => retrier.ErrorEquals)))
            .Where(name => !name.StartsWith("States.", StringComparison.Ordinal) && !name.StartsWith("Lambda.", StringComparison.Ordinal)),
    ];

    private static readonly Dictionary<string, Type> Exceptions = typeof(Order).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Exception)))
        .ToDictionary(type => type.Name);

    [Fact]
    public void Names_InTheDefinition_AreExceptionClassesOrSentByCallbacks()
    {
        Named.ShouldNotBeEmpty();
        Named.Where(name => !Exceptions.ContainsKey(name)).ShouldBe(SentByCallbacks, ignoreOrder: true);
    }

    [Fact]
    public void Classes_DocumentedAsCaught_AreInTheDefinition()
    {
        var documented = Exceptions.Keys.Where(name => Handled().IsMatch(SummaryOf(name))).ToList();
        documented.ShouldNotBeEmpty();
        documented.Where(name => !Named.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_InTheDefinition_SayWhatTheStateMachineDoes() => Named.Except(SentByCallbacks)
        .Where(name => !SummaryOf(name).Contains("state machine", StringComparison.OrdinalIgnoreCase))
        .ShouldBeEmpty();

    /// <summary>"Repeats" is what States.ALL does, and "asks" is what becomes of every other doubt.</summary>
    [GeneratedRegex("state machine (?!repeats)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Handled();

    private static string SummaryOf(string exception) => XDocument.Load(Path.Combine(AppContext.BaseDirectory, "KakaoWorkflow.xml"))
        .Descendants("member")
        .Single(member => member.Attribute("name")!.Value == $"T:{Exceptions[exception].FullName}")
        .Element("summary")!.Value;
}
