using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>The errors that functions may end in, because somebody handles them by name or their documentation says so.</summary>
internal static class ForeseenErrors
{
    /// <summary>Of a message: it is delivered again.</summary>
    public static readonly string[] OfMessages =
    [
        nameof(JsonException), nameof(PaymentInDoubtException), nameof(RefundMismatchException), nameof(OrderConflictException), nameof(OrderNotFoundException),
    ];

    /// <summary>Of steps and operations, beside those that the state machine names.</summary>
    private static readonly string[] Documented =
    [
        nameof(OrderNotFoundException), nameof(OrderConflictException), nameof(OrderEndedException), nameof(OrderRejectedException),
        nameof(HoldCommittedException), nameof(CommitImpossibleException), nameof(RefundRefusedException), nameof(RefundMismatchException),
        nameof(SettleRefusedException),
    ];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Named = new(ReadNames);

    /// <summary>Whether an error says that the input is none, and which field of it.</summary>
    public static bool IsRefusal(Exception error) => error is JsonSerializerException or JsonException or ArgumentException;

    /// <summary>Whether a refusal names a field.</summary>
    public static bool NamesField(Exception error) => error is ArgumentException argument
        ? !string.IsNullOrEmpty(argument.ParamName)
        : error.Message.Contains("Path: $", StringComparison.Ordinal)
            || error.Message.Contains("required properties", StringComparison.Ordinal)
            || error.Message.Contains("The event is null", StringComparison.Ordinal);

    /// <summary>Whether a function may end in an error when its input is sound.</summary>
    public static bool MayEndIn(string function, Exception error) =>
        (Named.Value.TryGetValue(function, out var names) && names.Contains(error.GetType().Name))
        || Documented.Contains(error.GetType().Name)
        || (function == "DailyReport" && error is GatewayException);

    private static Dictionary<string, HashSet<string>> ReadNames()
    {
        var machine = StateMachineDefinition.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "statemachine.asl.json")));
        return machine.AllStates.OfType<TaskState>().ToDictionary(
            state => state.Name,
            state => state.Catch.SelectMany(catcher => catcher.ErrorEquals).Concat(state.Retry.SelectMany(retrier => retrier.ErrorEquals))
                .Where(name => !name.StartsWith("States.", StringComparison.Ordinal) && !name.StartsWith("Lambda.", StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
