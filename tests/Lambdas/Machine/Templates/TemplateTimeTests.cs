using System.Globalization;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Lambdas.Skills;
using KakaoWorkflow.Paying;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>Whoever waits for somebody waits longer than that one may take.</summary>
public sealed class TemplateTimeTests
{
    /// <summary>How long a call to AWS may hang: the time-out that FunctionServices gives to the SDK's clients.</summary>
    private const int AwsCallSeconds = 8;

    /// <summary>How many calls to KakaoPay a run makes one after the other, at most.</summary>
    private static readonly Dictionary<string, int> KakaoPayCalls = new(StringComparer.Ordinal)
    {
        ["PreparePayment"] = 1,
        ["ApprovePayment"] = 3, // an inquiry, the approval, an inquiry about the approval
        ["ResolvePayment"] = 1,
        ["RefundPayment"] = 3, // an inquiry, the cancel, an inquiry about a refused one
        ["SettleCallback"] = 3, // a refund's inquiry, cancel and inquiry; the messages of a batch are handled side by side
        ["ReconcileOrders"] = 5, // one at the start; for the last order that a run takes: an inquiry, the refund's inquiry, cancel and inquiry
        ["DailyReport"] = 1, // for each order
        ["RefundOrder"] = 6, // an inquiry, a cancel and an inquiry, for an earlier refund and for this one
        ["SettleOrder"] = 2, // the order's inquiry, or a refund's before and while it is settled
    };

    public static TheoryData<string> Handlers { get; } = [.. Deployed.Stack.Functions.Select(function => function.Handler)];

    [Fact]
    public void KakaoPayCalls_AreCountedForEachFunctionThatMakesThem() =>
        Deployed.Stack.Functions.Where(function => function.Variables.ContainsKey("KAKAOPAY_BASE_URL"))
            .Select(function => function.Handler).ShouldBe(KakaoPayCalls.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Function_HasTimeForItsCalls(string handler)
    {
        var longestKakaoPayCall = int.Parse(
            TemplateResource.Document["Parameters"]!["KakaoPayTimeoutSeconds"]!["MaxValue"]!.ToString(), CultureInfo.InvariantCulture);
        var needed = AwsCallSeconds + (KakaoPayCalls.GetValueOrDefault(handler) * longestKakaoPayCall);
        Function(handler).TimeoutSeconds.ShouldBeGreaterThanOrEqualTo(needed);
    }

    /// <summary>A step whose function still runs is never given up, so its repeat does not run beside it.</summary>
    [Fact]
    public void Step_WaitsLongerThanItsFunctionRuns()
    {
        foreach (var task in OrderMachine.AsDeployed.Tasks.Where(task => task.Resource.Integration == TaskIntegration.LambdaInvoke))
            Function(task.Name).TimeoutSeconds.ShouldBeLessThan(task.TimeoutSeconds.ShouldNotBeNull(), task.Name);
    }

    [Fact]
    public void Route_IsAnsweredBeforeTheApiGivesUp()
    {
        foreach (var route in Deployed.Stack.Routes)
        {
            var function = Deployed.Stack.Functions.Single(it => it.Name == route.FunctionName);
            (function.TimeoutSeconds * 1000).ShouldBeLessThan(route.TimeoutMilliseconds, route.Path);
            function.TimeoutSeconds.ShouldBeGreaterThan((int)SkillFunction.AnswerWithin.TotalSeconds, route.Path);
        }
    }

    /// <summary>Lambda's own advice; with less, a message is handled twice while its first handling still runs.</summary>
    [Fact]
    public void Queue_HidesAMessageForSixRunsOfItsConsumer()
    {
        Deployed.Stack.EventSources.ShouldNotBeEmpty();
        foreach (var source in Deployed.Stack.EventSources)
        {
            var function = Deployed.Stack.Functions.Single(it => it.Name == source.FunctionName);
            var queue = Deployed.Stack.Queues.Single(it => it.Arn == source.QueueArn);
            queue.VisibilityTimeoutSeconds.ShouldBeGreaterThanOrEqualTo(6 * function.TimeoutSeconds, queue.LogicalId);
            source.ReportsBatchItemFailures.ShouldBeTrue(function.Handler);
            source.BatchSize.ShouldBeLessThanOrEqualTo(10, function.Handler);
        }
    }

    /// <summary>A look that waits for its time is no callback that nobody handles; and SQS delays by 15 minutes at most.</summary>
    [Fact]
    public void Looks_AreDelayedLessThanTheAlarmForLateCallbacksWaits()
    {
        var alarm = TemplateResource.Document["Resources"]!["PaymentCallbacksLateAlarm"]!["Properties"]!;
        var longest = SettleCallback.LookAgainAfter.Max();
        longest.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(int.Parse(alarm["Threshold"]!.ToString(), CultureInfo.InvariantCulture) / 2));
        SettleCallback.LookAgainAfter.ShouldAllBe(pause => pause.Ticks % TimeSpan.TicksPerSecond == 0);
    }

    [Fact]
    public void Queue_HasADeadLetterQueueThatKeepsMessagesLonger()
    {
        var deadLetterArns = Deployed.Stack.Queues.Select(queue => queue.DeadLetterQueueArn).OfType<string>().ToList();
        foreach (var queue in Deployed.Stack.Queues.Where(queue => !deadLetterArns.Contains(queue.Arn)))
        {
            var deadLetters = Deployed.Stack.Queues.Single(it => it.Arn == queue.DeadLetterQueueArn);
            queue.Attributes["RedrivePolicy"].ShouldContain("\"maxReceiveCount\":5");
            RetentionSeconds(deadLetters).ShouldBeGreaterThan(RetentionSeconds(queue), queue.LogicalId);
        }
        deadLetterArns.Count.ShouldBe(Deployed.Stack.Queues.Count / 2);
    }

    private static int RetentionSeconds(QueueResource queue) =>
        int.Parse(queue.Attributes["MessageRetentionPeriod"], CultureInfo.InvariantCulture);

    private static FunctionConfiguration Function(string handler) => Deployed.Stack.Functions.Single(it => it.Handler == handler);
}
