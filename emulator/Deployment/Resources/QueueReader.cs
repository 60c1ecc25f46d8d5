using System.Globalization;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment.References;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Reads an <c>AWS::SQS::Queue</c> into the attributes that <c>CreateQueue</c> takes.</summary>
internal static class QueueReader
{
    private const int MaxVisibilitySeconds = 43_200;

    private static readonly string[] Numbers = ["DelaySeconds", "MessageRetentionPeriod", "MaximumMessageSize"];
    private static readonly string[] Texts = ["DeduplicationScope", "FifoThroughputLimit"];
    private static readonly string[] Flags = ["FifoQueue", "ContentBasedDeduplication"];
    private static readonly string[] Policies = ["RedrivePolicy", "RedriveAllowPolicy"];

    private static readonly string[] Known =
    [
        "QueueName", "VisibilityTimeout", "ReceiveMessageWaitTimeSeconds", .. Numbers, .. Texts, .. Flags, .. Policies,
    ];

    private static readonly string[] WithoutLocalMeaning =
        ["KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "Tags"];

    public static QueueResource Read(ResourceDeclaration declaration, TemplateScope scope)
    {
        var it = new PropertyReader(declaration.Properties, declaration.Path, scope.Resolver, Known, WithoutLocalMeaning);
        var identity = scope.Resources.Identify(declaration, it.At("QueueName"));
        PhysicalName.CheckQueue(identity, it.Flag("FifoQueue") ?? false, it.At("QueueName"));

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("VisibilityTimeout", it.Integer("VisibilityTimeout", 0, MaxVisibilitySeconds)?.ToString(CultureInfo.InvariantCulture));
        Add("ReceiveMessageWaitTimeSeconds", it.Integer("ReceiveMessageWaitTimeSeconds", 0, 20)?.ToString(CultureInfo.InvariantCulture));
        foreach (var name in Numbers)
            Add(name, it.Integer(name, 0, int.MaxValue)?.ToString(CultureInfo.InvariantCulture));
        foreach (var name in Texts)
            Add(name, it.Text(name));
        foreach (var name in Flags)
            Add(name, it.Flag(name) is true ? "true" : null);
        foreach (var name in Policies)
            Add(name, Policy(it, name)?.ToJsonString());

        return new QueueResource(
            declaration.LogicalId, identity.Name, identity.Arn("sqs"), identity.QueueUrl, attributes, DeadLetterQueue(it))
        {
            VisibilityTimeoutSeconds = it.Integer("VisibilityTimeout", 0, MaxVisibilitySeconds) ?? 30,
        };

        void Add(string name, string? value)
        {
            if (value is not null)
                attributes.Add(name, value);
        }
    }

    private static string? DeadLetterQueue(PropertyReader it)
    {
        if (Policy(it, "RedrivePolicy") is null)
            return null;
        var policy = it.Nested("RedrivePolicy", ["deadLetterTargetArn", "maxReceiveCount"])!;
        if (policy.Integer("maxReceiveCount", 1, 1000) is null)
            throw policy.Missing("maxReceiveCount");
        return policy.RequiredText("deadLetterTargetArn");
    }

    private static JsonObject? Policy(PropertyReader it, string name) => it.Value(name) switch
    {
        null => null,
        JsonObject policy => policy,
        _ => throw new TemplateException(it.At(name), "it must be a mapping."),
    };
}
