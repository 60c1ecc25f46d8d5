using KakaoWorkflow.Attention;
using KakaoWorkflow.Tests.Support.Lambdas;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>What operating needs: logs that end, alarms that somebody hears, data that stays.</summary>
public sealed class TemplateOperationTests
{
    [Fact]
    public void LogGroups_EndTheirRecords()
    {
        var groups = TemplateResource.OfType("AWS::Logs::LogGroup").ToList();
        groups.Where(group => group.Properties["RetentionInDays"] is null).ShouldBeEmpty();
        foreach (var function in TemplateResource.Functions)
        {
            var logGroup = function.Properties["LoggingConfig"]!["LogGroup"]!["Ref"]!.GetValue<string>();
            groups.ShouldContain(group => group.LogicalId == logGroup);
        }
    }

    /// <summary>An execution's data may name a member; the log says only what failed.</summary>
    [Fact]
    public void StateMachine_LogsErrorsWithoutDataAndIsTraced()
    {
        var machine = TemplateResource.OfType("AWS::Serverless::StateMachine").Single();
        machine.Properties["Logging"]!["Level"]!.ToString().ShouldBe("ERROR");
        machine.Properties["Logging"]!["IncludeExecutionData"]!.ToString().ShouldBe("false");
        machine.Properties["Tracing"]!["Enabled"]!.ToString().ShouldBe("true");
    }

    [Fact]
    public void Alarms_AreHeard() => TemplateResource.OfType("AWS::CloudWatch::Alarm")
        .Where(alarm => alarm.Properties["AlarmActions"]?[0]?["Ref"]?.ToString() != "AlarmTopic"
            || alarm.Properties["AlarmDescription"] is null)
        .ShouldBeEmpty();

    [Theory]
    [InlineData("ExecutionsFailed", "OrderStateMachine")]
    [InlineData("ExecutionsTimedOut", "OrderStateMachine")]
    [InlineData("Invocations", "AwaitOperatorFunction")]
    [InlineData("Errors", "ReconcileOrdersFunction")]
    [InlineData("Errors", "DailyReportFunction")]
    [InlineData("Invocations", "ReconcileOrdersFunction")]
    [InlineData("Invocations", "DailyReportFunction")]
    [InlineData("ApproximateNumberOfMessagesVisible", "PaymentCallbacksDeadLetterQueue")]
    [InlineData("ApproximateNumberOfMessagesVisible", "OrderEventsDeadLetterQueue")]
    [InlineData("ApproximateAgeOfOldestMessage", "PaymentCallbacksQueue")]
    public void Alarm_WatchesWhatNeedsAPerson(string metric, string resource) => TemplateResource.OfType("AWS::CloudWatch::Alarm")
        .ShouldContain(alarm => alarm.Properties["MetricName"]!.ToString() == metric
            && alarm.Properties["Dimensions"]!.ToJsonString().Contains($"\"{resource}\"", StringComparison.Ordinal));

    [Fact]
    public void EveryKindOfMatter_HasItsAlarm() => TemplateResource.OfType("AWS::CloudWatch::Alarm")
        .Where(alarm => alarm.Properties["MetricName"]!.ToString() == "OpenMatters")
        .Select(alarm => alarm.Properties["Dimensions"]![0]!["Value"]!.ToString())
        .ShouldBe(AttentionKind.All, ignoreOrder: true);

    /// <summary>The filter reads the very places of the line that the reconciler logs.</summary>
    [Fact]
    public void OpenMatters_AreCountedFromTheLog()
    {
        var filter = TemplateResource.OfType("AWS::Logs::MetricFilter").Single().Properties;
        filter["LogGroupName"]!["Ref"]!.ToString().ShouldBe("FunctionLogs");
        var metric = filter["MetricTransformations"]!.AsArray().ShouldHaveSingleItem()!;
        var alarm = TemplateResource.OfType("AWS::CloudWatch::Alarm").First(alarm => alarm.Properties["MetricName"]!.ToString() == "OpenMatters");
        metric["MetricName"]!.ToString().ShouldBe("OpenMatters");
        metric["MetricNamespace"]!.ToJsonString().ShouldBe(alarm.Properties["Namespace"]!.ToJsonString());
        var log = new TestLambdaLog();
        Log.Attention(log, AttentionKind.OrderStuck, 2);
        string[] places = ["attentionKind", "openMatters"];
        log.Lines.ShouldHaveSingleItem().ShouldEndWith("Attention {attentionKind}: {openMatters} open | ORDER_STUCK | 2");
        metric["MetricValue"]!.ToString().ShouldBe("$.openMatters");
        metric["Dimensions"]![0]!["Value"]!.ToString().ShouldBe("$.attentionKind");
        places.ShouldAllBe(place => filter["FilterPattern"]!.ToString().Contains("$." + place, StringComparison.Ordinal));
    }

    /// <summary>A run by the clock that does not come is as bad as one that fails.</summary>
    [Theory]
    [InlineData("ReconcileOrdersMissingAlarm")]
    [InlineData("DailyReportMissingAlarm")]
    public void MissingRuns_AreHeard(string alarm) => TemplateResource.All.Single(resource => resource.LogicalId == alarm)
        .Properties["TreatMissingData"]!.ToString().ShouldBe("breaching");

    [Fact]
    public void EveryDeadLetterQueue_HasItsAlarm()
    {
        var watched = TemplateResource.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => alarm.Properties["MetricName"]!.ToString() == "ApproximateNumberOfMessagesVisible")
            .Select(alarm => alarm.Properties["Dimensions"]![0]!["Value"]!["Fn::GetAtt"]![0]!.ToString());
        var deadLetterArns = Deployed.Stack.Queues.Select(queue => queue.DeadLetterQueueArn);
        watched.ShouldBe(
            Deployed.Stack.Queues.Where(queue => deadLetterArns.Contains(queue.Arn)).Select(queue => queue.LogicalId), ignoreOrder: true);
    }

    [Fact]
    public void Table_OutlivesTheStackAndItsMistakes()
    {
        var table = TemplateResource.Document["Resources"]!["Table"]!;
        table["DeletionPolicy"]!.ToString().ShouldBe("Retain");
        table["UpdateReplacePolicy"]!.ToString().ShouldBe("Retain");
        var properties = table["Properties"]!;
        properties["DeletionProtectionEnabled"]!.ToString().ShouldBe("true");
        properties["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!.ToString().ShouldBe("true");
        properties["BillingMode"]!.ToString().ShouldBe("PAY_PER_REQUEST");
    }
}
