using KakaoWorkflow.Emulator.Deployment.Resources;

namespace KakaoWorkflow.Tests.Emulator.Deployment;

public sealed class SamTemplateTests
{
    [Fact]
    public void Function_AllThatMatters_IsRead()
    {
        var function = TemplateText.Function(
            """
            FunctionName: !Sub "${AWS::StackName}-work"
            Timeout: 7
            MemorySize: 256
            ReservedConcurrentExecutions: 3
            AutoPublishAlias: live
            Environment: { Variables: { QUEUE: !Ref Inbox, COUNT: 3, ON: true, ACCOUNT: 000000000000 } }
            """,
            "  Inbox: { Type: AWS::SQS::Queue }").Functions.Single();

        function.Name.ShouldBe("stack-work");
        function.Arn.ShouldBe("arn:aws:lambda:ap-northeast-2:000000000000:function:stack-work");
        (function.Handler, function.TimeoutSeconds, function.MemoryMegabytes).ShouldBe(("work", 7, 256));
        (function.ReservedConcurrency, function.Alias).ShouldBe((3, "live"));
        function.Variables.ShouldBe(new Dictionary<string, string>
        {
            ["QUEUE"] = "http://127.0.0.1/000000000000/stack-Inbox",
            ["COUNT"] = "3",
            ["ON"] = "true",
            ["ACCOUNT"] = "000000000000",
        });
    }

    [Fact]
    public void Function_WithoutSettings_HasSamDefaults()
    {
        var function = TemplateText.Function("Description: nothing set").Functions.Single();
        (function.Name, function.TimeoutSeconds, function.MemoryMegabytes, function.ReservedConcurrency)
            .ShouldBe(("stack-Work", 3, 128, null));
    }

    [Fact]
    public void Globals_AreMergedAsSamDoes()
    {
        const string Globals =
            "Globals:\n  Function: { Timeout: 30, MemorySize: 512, Environment: { Variables: { A: global, B: global } } }";
        var function = TemplateText.Function("Timeout: 5\nEnvironment: { Variables: { B: own, C: own } }", sections: Globals).Functions.Single();

        (function.TimeoutSeconds, function.MemoryMegabytes).ShouldBe((5, 512));
        function.Variables.ShouldBe(new Dictionary<string, string> { ["A"] = "global", ["B"] = "own", ["C"] = "own" });
    }

    [Fact]
    public void Events_OfEachType_BecomeRoutesMappingsAndSchedules()
    {
        var stack = TemplateText.Function(
            """
            Events:
              Link: { Type: HttpApi, Properties: { Path: "/pay/{orderId}", Method: get } }
              Rest: { Type: HttpApi }
              Inbox:
                Type: SQS
                Properties:
                  Queue: !GetAtt Inbox.Arn
                  BatchSize: 5
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: { MaximumConcurrency: 4 }
              Often: { Type: Schedule, Properties: { Schedule: rate(5 minutes), Enabled: false } }
              Daily: { Type: ScheduleV2, Properties: { ScheduleExpression: cron(0 9 * * ? *), ScheduleExpressionTimezone: Asia/Seoul, Input: '{"a":1}' } }
            """,
            "  Inbox: { Type: AWS::SQS::Queue }");

        stack.Routes.Select(route => (route.Method, route.Path, route.FunctionName)).ShouldBe(
            [("GET", "/pay/{orderId}", "stack-Work"), ("ANY", "$default", "stack-Work")]);
        stack.EventSources.Single().ShouldBe(new EventSourceResource(
            "stack-Work", "arn:aws:sqs:ap-northeast-2:000000000000:stack-Inbox", 5, 0, true, 4, true));
        stack.Schedules.Select(schedule => (schedule.Expression.Text, schedule.Enabled, schedule.Input, schedule.Source)).ShouldBe(
            [("rate(5 minutes)", false, null, "aws.events"), ("cron(0 9 * * ? *)", true, "{\"a\":1}", "aws.scheduler")]);
    }

    [Fact]
    public void Queue_Attributes_AreThoseOfCreateQueue()
    {
        var stack = TemplateText.Read(
            """
              Dead: { Type: AWS::SQS::Queue, Properties: { QueueName: dead.fifo, FifoQueue: true } }
              Inbox:
                Type: AWS::SQS::Queue
                Properties:
                  FifoQueue: true
                  ContentBasedDeduplication: true
                  VisibilityTimeout: 180
                  KmsMasterKeyId: alias/aws/sqs
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5 }
            """);
        var queue = stack.Queues[1];
        queue.Name.ShouldBe("stack-Inbox.fifo");
        queue.DeadLetterQueueArn.ShouldBe(stack.Queues[0].Arn);
        queue.Attributes.ShouldBe(
            new Dictionary<string, string>
            {
                ["VisibilityTimeout"] = "180",
                ["FifoQueue"] = "true",
                ["ContentBasedDeduplication"] = "true",
                ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-2:000000000000:dead.fifo","maxReceiveCount":5}""",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void StateMachine_Substitutions_GoIntoTheDefinition()
    {
        var machine = TemplateText.Function(
            "AutoPublishAlias: live",
            """
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Name: orders
                  DefinitionUri: orders.asl.json
                  DefinitionSubstitutions: { Work: !GetAtt Work.Arn, Live: !Ref Work.Alias }
            """).StateMachines.Single();

        machine.Arn.ShouldBe("arn:aws:states:ap-northeast-2:000000000000:stateMachine:orders");
        machine.Substitute("""{"Resource":"${Work}","Other":"${Live}","Path":"$.x"}""").ShouldBe(
            """{"Resource":"arn:aws:lambda:ap-northeast-2:000000000000:function:stack-Work","Other":"arn:aws:lambda:ap-northeast-2:000000000000:function:stack-Work:live","Path":"$.x"}""");
        Should.Throw<TemplateException>(() => machine.Substitute("${Missing}")).Path
            .ShouldBe("Resources.Orders.Properties.DefinitionSubstitutions");
    }

    [Fact]
    public void ResourcesWithoutLocalMeaning_AreAcceptedAndCanBeReferredTo()
    {
        var stack = TemplateText.Read(
            """
              Log: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: !Ref NotEvenRead } }
              Alarms: { Type: AWS::SNS::Topic }
              TooSlow: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmActions: [!Ref Alarms], Anything: [1, 2] } }
              Role: { Type: AWS::IAM::Role, Properties: { RoleName: baker } }
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: x.json
                  Role: !GetAtt Role.Arn
                  DefinitionSubstitutions: { Topic: !Ref Alarms }
            """);
        stack.StateMachines.Single().RoleArn.ShouldBe("arn:aws:iam::000000000000:role/baker");
        stack.StateMachines.Single().Substitutions["Topic"].ShouldBe("arn:aws:sns:ap-northeast-2:000000000000:stack-Alarms");
    }
}
