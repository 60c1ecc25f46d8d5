using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Which queues may name this one as their dead-letter queue.</summary>
/// <param name="Permission"><c>allowAll</c>, <c>denyAll</c> or <c>byQueue</c>.</param>
/// <param name="SourceQueueArns">With <c>byQueue</c> 1 to 10 ARNs; otherwise empty.</param>
internal sealed record RedriveAllowPolicy(string Permission, IReadOnlyList<string> SourceQueueArns)
{
    private const string ByQueue = "byQueue";
    private const string DenyAll = "denyAll";

    internal bool Allows(string sourceArn) =>
        Permission != DenyAll && (Permission != ByQueue || SourceQueueArns.Contains(sourceArn, StringComparer.Ordinal));

    internal string ToJson()
    {
        var json = new JsonObject { ["redrivePermission"] = Permission };
        if (SourceQueueArns.Count > 0)
            json["sourceQueueArns"] = new JsonArray([.. SourceQueueArns.Select(arn => JsonValue.Create(arn))]);
        return json.ToJsonString(JsonSerializerOptions.Default);
    }

    internal static RedriveAllowPolicy Parse(string text)
    {
        string? permission = null;
        string[] sources = [];
        foreach (var (name, value) in PolicyJson.Parse("RedriveAllowPolicy", text))
        {
            switch (name)
            {
                case "redrivePermission":
                    permission = PolicyJson.Text("RedriveAllowPolicy", name, value);
                    break;
                case "sourceQueueArns" when value is JsonArray array:
                    sources = [.. array.Select(item => PolicyJson.Text("RedriveAllowPolicy", name, item))];
                    break;
                default:
                    throw SqsErrors.InvalidAttributeValue(
                        "RedriveAllowPolicy", $"{name} is not one of its fields, or has the wrong type.");
            }
        }

        if (permission is not ("allowAll" or DenyAll or ByQueue))
        {
            throw SqsErrors.InvalidAttributeValue(
                "RedriveAllowPolicy", "redrivePermission is not allowAll, denyAll or byQueue.");
        }
        if (permission == ByQueue && sources.Length is < 1 or > SqsLimits.RedriveSources)
        {
            throw SqsErrors.InvalidParameterValue(
                $"RedriveAllowPolicy.sourceQueueArns must name 1 to {SqsLimits.RedriveSources} queues with byQueue.");
        }
        if (permission != ByQueue && sources.Length > 0)
        {
            throw SqsErrors.InvalidParameterValue(
                "RedriveAllowPolicy.sourceQueueArns is for redrivePermission byQueue only.");
        }
        return new RedriveAllowPolicy(permission, sources);
    }
}
