using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>The errors that an earlier definition catches are still thrown under these names.</summary>
public sealed class RecordedErrorTests
{
    private static readonly HashSet<string> Known =
    [
        .. typeof(Order).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Exception))).Select(type => type.Name),
        SettleCallback.PaymentQuit, SettleCallback.PaymentFailed, SettleCallback.OrderWithdrawn,
    ];

    public static IEnumerable<TheoryDataRow<string>> Versions => RecordedVersion.All.Select(version => new TheoryDataRow<string>(version.Name));

    [Theory]
    [MemberData(nameof(Versions))]
    public void ErrorEquals_OfADefinition_NamesErrorsThatThereAre(string version)
    {
        var tasks = StateMachineDefinition.Parse(RecordedVersion.All.Single(each => each.Name == version).Definition).AllStates.OfType<TaskState>().ToList();
        var named = tasks.SelectMany(task => task.Catch.SelectMany(catcher => catcher.ErrorEquals)
                .Concat(task.Retry.SelectMany(retrier => retrier.ErrorEquals)))
            .Where(name => !name.StartsWith("States.", StringComparison.Ordinal) && !name.StartsWith("Lambda.", StringComparison.Ordinal))
            .ToHashSet();
        named.ShouldNotBeEmpty();
        named.Except(Known).ShouldBeEmpty();
    }
}
