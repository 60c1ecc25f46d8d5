using System.Collections.Frozen;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;
using KakaoWorkflow.Paying;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>What holds of retriers and catchers.</summary>
internal static class FailureRules
{
    private const string Throttled = "Lambda.TooManyRequestsException";

    /// <summary>The class names of exceptions, which Lambda makes error names, and what SettleCallback fails a task with.</summary>
    private static readonly FrozenSet<string> NamesInCode = typeof(Order).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(Exception)))
        .Select(type => type.Name)
        .Concat([SettleCallback.PaymentQuit, SettleCallback.PaymentFailed, SettleCallback.OrderWithdrawn])
        .ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> ErrorNamesExistInTheCode(OrderMachine machine) =>
        from task in machine.Tasks
        from name in task.Retry.SelectMany(it => it.ErrorEquals).Concat(task.Catch.SelectMany(it => it.ErrorEquals)).Distinct()
        where !IsReserved(name) && name != Throttled && !NamesInCode.Contains(name)
        select $"{task.Name} names '{name}', which nothing throws.";

    /// <summary>A busy account is no failure of the order: many attempts, spread.</summary>
    public static IEnumerable<string> ThrottlingIsRetried(OrderMachine machine) =>
        from task in machine.Tasks
        where task.Resource.Integration == TaskIntegration.LambdaInvoke
        where task.Retry.FirstOrDefault(it => it.Matches(Throttled)) is not { } retrier
            || !retrier.ErrorEquals.Contains(Throttled) || retrier.MaxAttempts < 10 || !IsSpread(retrier)
        select $"{task.Name} does not retry {Throttled} at least 10 times with a capped and jittered delay.";

    public static IEnumerable<string> RetryEndsWithEveryOtherError(OrderMachine machine) =>
        from task in machine.Tasks
        where task.Retry is not [.., { ErrorEquals: [ErrorName.All], MaxAttempts: > 0 } last] || !IsSpread(last)
        select $"{task.Name} has no last retrier for States.ALL with a capped and jittered delay.";

    /// <summary>Whatever happens, the execution goes on, and the order's data stays.</summary>
    public static IEnumerable<string> CatchEndsWithEveryOtherError(OrderMachine machine) =>
        from task in machine.Tasks
        where task.Catch is not [.., { ErrorEquals: [ErrorName.All] }]
            || task.Catch.Any(catcher => ((JsonPathFlow)catcher.Data).ResultPath?.ToString() == "$")
        select $"{task.Name} has no last catcher for States.ALL, or a catcher that replaces the input.";

    /// <summary>An error that has a way of its own is retried, or not, on purpose; and what is never retried stands first.</summary>
    public static IEnumerable<string> BusinessErrorsComeFirst(OrderMachine machine)
    {
        foreach (var task in machine.Tasks)
        {
            foreach (var error in task.Catch.SelectMany(catcher => catcher.ErrorEquals).Where(name => !IsReserved(name)))
            {
                if (task.FindRetrier(error) is var index && (index < 0 || !task.Retry[index].ErrorEquals.Contains(error)))
                    yield return $"{task.Name} catches {error} and has no retrier that names it.";
            }
            if (task.Retry.SkipWhile(retrier => retrier.MaxAttempts == 0).Any(retrier => retrier.MaxAttempts == 0))
                yield return $"{task.Name} has a retrier without attempts behind one with attempts.";
        }
    }

    /// <summary>A wait that has run out must not begin again.</summary>
    public static IEnumerable<string> TokenWaitsHandleTheirTimeout(OrderMachine machine) =>
        from task in machine.Tasks
        where task.Resource.WaitsForTaskToken
        where task.FindRetrier(ErrorName.Timeout) is var index
            && (index < 0 || task.Retry[index].MaxAttempts > 0 || !task.Retry[index].ErrorEquals.Contains(ErrorName.Timeout))
            || task.FindCatcher(ErrorName.Timeout) is null
        select $"{task.Name} does not say that its time-out is caught and not retried.";

    private static bool IsSpread(Retrier retrier) =>
        retrier is { MaxDelaySeconds: not null, JitterStrategy: JitterStrategy.Full };

    private static bool IsReserved(string name) => name.StartsWith("States.", StringComparison.Ordinal);
}
