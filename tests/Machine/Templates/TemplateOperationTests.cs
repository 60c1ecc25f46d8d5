namespace KakaoWorkflow.Tests.Machine.Templates;

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
    [InlineData("ApproximateNumberOfMessagesVisible", "PaymentCallbacksDeadLetterQueue")]
    [InlineData("ApproximateNumberOfMessagesVisible", "OrderEventsDeadLetterQueue")]
    [InlineData("ApproximateAgeOfOldestMessage", "PaymentCallbacksQueue")]
    public void Alarm_WatchesWhatNeedsAPerson(string metric, string resource) => TemplateResource.OfType("AWS::CloudWatch::Alarm")
        .ShouldContain(alarm => alarm.Properties["MetricName"]!.ToString() == metric
            && alarm.Properties["Dimensions"]!.ToJsonString().Contains($"\"{resource}\"", StringComparison.Ordinal));

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
