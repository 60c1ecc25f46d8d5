namespace KakaoWorkflow.Tests.Emulator.Deployment;

public sealed class TemplateRefusalTests
{
    private const string Function = "Type: AWS::Serverless::Function, Properties: { Handler: h, Runtime: r, CodeUri: .";

    [Theory]
    [InlineData("X: { Type: AWS::S3::Bucket }", "Resources.X.Type", "AWS::S3::Bucket")]
    [InlineData("X: { Type: AWS::SQS::Queue, Colour: red }", "Resources.X.Colour", "not supported")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { Colour: red } }", "Resources.X.Properties.Colour", "not supported")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 43201 } }", "Resources.X.Properties.VisibilityTimeout", "43200")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: soon } }", "Resources.X.Properties.VisibilityTimeout", "whole number")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { FifoQueue: 1 } }", "Resources.X.Properties.FifoQueue", "true or false")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { QueueName: plain, FifoQueue: true } }", "Resources.X.Properties.QueueName", ".fifo")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { QueueName: a b } }", "Resources.X.Properties.QueueName", "'a b'")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: x } } }", "Resources.X.Properties.RedrivePolicy.maxReceiveCount", "required")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: x, maxReceiveCount: 3 } } }", "Resources.X.Properties.RedrivePolicy", "not a queue")]
    [InlineData("X: { Type: AWS::Serverless::Function, Properties: { Runtime: r, CodeUri: . } }", "Resources.X.Properties.Handler", "required")]
    [InlineData("X: { " + Function + ", Timeout: 901 } }", "Resources.X.Properties.Timeout", "900")]
    [InlineData("X: { " + Function + ", Layers: [x] } }", "Resources.X.Properties.Layers", "not supported")]
    [InlineData("X: { " + Function + ", PackageType: Image } }", "Resources.X.Properties.PackageType", "'Image'")]
    [InlineData("X: { " + Function + ", Environment: { Variables: { AWS_REGION: x } } } }", "Resources.X.Properties.Environment.Variables.AWS_REGION", "reserves")]
    [InlineData("X: { " + Function + ", Environment: { Variables: { A: [1] } } } }", "Resources.X.Properties.Environment.Variables.A", "text")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: S3 } } } }", "Resources.X.Properties.Events.E.Type", "S3")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: HttpApi, Properties: { Path: /a } } } } }", "Resources.X.Properties.Events.E.Properties.Method", "required")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: HttpApi, Properties: { Path: a, Method: GET } } } } }", "Resources.X.Properties.Events.E.Properties.Path", "begin with /")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: HttpApi, Properties: { ApiId: x } } } } }", "Resources.X.Properties.Events.E.Properties.ApiId", "not an HTTP API")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: HttpApi, Properties: { Auth: {} } } } } }", "Resources.X.Properties.Events.E.Properties.Auth", "not supported")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: SQS, Properties: { Queue: x } } } } }", "Resources.X.Properties.Events.E.Properties.Queue", "not the ARN")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: Schedule, Properties: { Schedule: rate(0 minutes) } } } } }", "Resources.X.Properties.Events.E.Properties.Schedule", "number")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: Schedule, Properties: { Schedule: rate(1 hour), Input: '{' } } } } }", "Resources.X.Properties.Events.E.Properties.Input", "JSON")]
    [InlineData("X: { " + Function + ", Events: { E: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 hour), ScheduleExpressionTimezone: Mars/Base } } } } }", "Resources.X.Properties.Events.E.Properties.ScheduleExpressionTimezone", "Mars")]
    [InlineData("X: { Type: AWS::Serverless::StateMachine }", "Resources.X.Properties.DefinitionUri", "exactly one")]
    [InlineData("X: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: x, Type: EXPRESS } }", "Resources.X.Properties.Type", "EXPRESS")]
    [InlineData("X: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: x, Events: {} } }", "Resources.X.Properties.Events", "not supported")]
    [InlineData("X: { Type: AWS::Serverless::HttpApi, Properties: { CorsConfiguration: true } }", "Resources.X.Properties.CorsConfiguration", "not supported")]
    [InlineData("X: { Type: AWS::Serverless::HttpApi, Properties: { StageName: prod } }", "Resources.X.Properties.StageName", "'prod'")]
    [InlineData("X: { Type: AWS::DynamoDB::Table, Properties: { StreamSpecification: {} } }", "Resources.X.Properties.StreamSpecification", "not supported")]
    [InlineData("X: { Type: AWS::DynamoDB::Table, Properties: { KeySchema: [{ AttributeName: a, KeyType: RANGE }] } }", "Resources.X.Properties.KeySchema", "HASH")]
    [InlineData("X: { Type: AWS::DynamoDB::Table, Properties: { KeySchema: [{ AttributeName: a, KeyType: HASH }] } }", "Resources.X.Properties.AttributeDefinitions", "'a' is not defined")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { QueueName: !GetAtt X.QueueName } }", "Resources.X.Properties.QueueName.Fn::GetAtt", "refers to itself")]
    [InlineData("X: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: ~ } }", "Resources.X.Properties.DelaySeconds", "null")]
    [InlineData("{ A: { Type: AWS::SQS::Queue, Properties: { QueueName: q } }, X: { Type: AWS::SQS::Queue, Properties: { QueueName: q } } }", "Resources.X.Properties.QueueName", "twice")]
    public void Resource_Wrong_IsRefusedWithItsPath(string resource, string path, string problem)
    {
        var error = Should.Throw<TemplateException>(() => TemplateText.Read("  " + resource));
        error.Path.ShouldBe(path);
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Mapping_OfAFunctionThatMayOutliveTheVisibilityTimeout_IsRefused()
    {
        var error = Should.Throw<TemplateException>(() => TemplateText.Function(
            "Timeout: 31\nEvents: { E: { Type: SQS, Properties: { Queue: !GetAtt Q.Arn } } }", "  Q: { Type: AWS::SQS::Queue }"));
        error.Path.ShouldBe("Resources.Work.Properties.Events.E.Properties.Queue");
    }

    [Theory]
    [InlineData("Globals: { Function: { FunctionName: x } }", "Globals.Function.FunctionName")]
    [InlineData("Globals: { Api: {} }", "Globals.Api")]
    [InlineData("Rules: {}", "Rules")]
    [InlineData("Outputs: { O: { Colour: x } }", "Outputs.O.Colour")]
    public void Section_Wrong_IsRefusedWithItsPath(string section, string path) =>
        Should.Throw<TemplateException>(() => TemplateText.Read("  Q: { Type: AWS::SQS::Queue }", section)).Path.ShouldBe(path);

    [Theory]
    [InlineData("Resources: { Q: { Type: AWS::SQS::Queue } }", "Transform")]
    [InlineData("Transform: AWS::Serverless-2016-10-31\nResources: {}", "Resources")]
    [InlineData("just text", "(template)")]
    [InlineData("a: 1\na: 2", "(line 2)")]
    [InlineData("--- {}\n--- {}", "(template)")]
    public void Text_ThatIsNoTemplate_IsRefused(string text, string path) =>
        Should.Throw<TemplateException>(() => SamTemplate.Read(text, new StackSettings())).Path.ShouldBe(path);

    [Fact]
    public void Template_OverTheLimits_IsRefused()
    {
        Should.Throw<TemplateException>(() => SamTemplate.Read(new string('#', 1_000_001), new StackSettings())).Message.ShouldContain("1000000");
        TemplateText.Read(Queues(500)).Queues.Count.ShouldBe(500);
        Should.Throw<TemplateException>(() => TemplateText.Read(Queues(501))).Path.ShouldBe("Resources");
        Should.Throw<TemplateException>(() => TemplateText.Read($"  Q: {{ Type: AWS::SQS::Queue, Metadata: {new string('[', 70)}{new string(']', 70)} }}"))
            .Message.ShouldContain("64");
    }

    private static string Queues(int count) =>
        string.Join('\n', Enumerable.Range(1, count).Select(number => $"  Q{number}: {{ Type: AWS::SQS::Queue }}"));
}
