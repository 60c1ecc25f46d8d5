using System.Collections.Frozen;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>
/// The types of resource that a template may have, and how CloudFormation's return values are made for them.
/// A type outside this list is refused.
/// </summary>
internal sealed record ResourceKind(
    string Type,
    string? NameProperty,
    Func<ResourceIdentity, string> Ref,
    FrozenDictionary<string, Func<ResourceIdentity, string>> Attributes)
{
    private static readonly FrozenDictionary<string, ResourceKind> Kinds = new[]
    {
        Kind("AWS::Serverless::Function", "FunctionName", it => it.Name, ("Arn", it => it.Arn("lambda", "function:"))),
        Kind("AWS::Serverless::StateMachine", "Name", it => it.Arn("states", "stateMachine:"),
            ("Arn", it => it.Arn("states", "stateMachine:")), ("Name", it => it.Name)),
        Kind("AWS::Serverless::HttpApi", null, ApiId,
            ("ApiId", ApiId), ("ApiEndpoint", it => it.Settings.HttpApiEndpoint.ToString().TrimEnd('/'))),
        Kind("AWS::SQS::Queue", "QueueName", it => it.QueueUrl,
            ("Arn", it => it.Arn("sqs")), ("QueueName", it => it.Name), ("QueueUrl", it => it.QueueUrl)),
        Kind("AWS::DynamoDB::Table", "TableName", it => it.Name, ("Arn", it => it.Arn("dynamodb", "table/"))),

        // These mean nothing on one machine: their properties are not even read.
        Kind("AWS::IAM::Role", "RoleName", it => it.Name, ("Arn", it => IamArn(it, "role"))),
        Kind("AWS::IAM::Policy", "PolicyName", it => it.Name),
        Kind("AWS::IAM::ManagedPolicy", "ManagedPolicyName", it => IamArn(it, "policy")),
        Kind("AWS::Logs::LogGroup", "LogGroupName", it => it.Name, ("Arn", it => it.Arn("logs", "log-group:") + ":*")),
        Kind("AWS::Logs::MetricFilter", "FilterName", it => it.Name),
        Kind("AWS::CloudWatch::Alarm", "AlarmName", it => it.Name, ("Arn", it => it.Arn("cloudwatch", "alarm:"))),
        Kind("AWS::CloudWatch::CompositeAlarm", "AlarmName", it => it.Name, ("Arn", it => it.Arn("cloudwatch", "alarm:"))),
        Kind("AWS::CloudWatch::Dashboard", "DashboardName", it => it.Name),
        Kind("AWS::SNS::Topic", "TopicName", it => it.Arn("sns"), ("TopicArn", it => it.Arn("sns")), ("TopicName", it => it.Name)),
        Kind("AWS::SNS::TopicPolicy", null, it => it.Name),
        Kind("AWS::SNS::Subscription", null, it => it.Arn("sns")),
        Kind("AWS::SQS::QueuePolicy", null, it => it.Name),
        Kind("AWS::SecretsManager::Secret", "Name", it => it.Arn("secretsmanager", "secret:")),
    }.ToFrozenDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>The kind of a type, or null for a type that is not known.</summary>
    public static ResourceKind? Of(string type) => Kinds.GetValueOrDefault(type);

    private static string ApiId(ResourceIdentity it) => it.LogicalId.ToLowerInvariant();

    private static string IamArn(ResourceIdentity it, string kind) => $"arn:aws:iam::{it.Settings.AccountId}:{kind}/{it.Name}";

    private static ResourceKind Kind(
        string type,
        string? nameProperty,
        Func<ResourceIdentity, string> reference,
        params (string Name, Func<ResourceIdentity, string> Value)[] attributes) =>
        new(type, nameProperty, reference, attributes.ToFrozenDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal));
}
