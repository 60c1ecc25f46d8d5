using System.Text.Json;
using Amazon.StepFunctions.Model;
using KakaoWorkflow.Compat;

namespace Amazon.StepFunctions.Internal;

/// <summary>What a state machine is made of, as JSON.</summary>
internal static class StateMachineJson
{
    public static StateMachineListItem ReadStateMachineListItem(JsonElement json) => new()
    {
        StateMachineArn = json.Text("stateMachineArn"),
        Name = json.Text("name"),
        Type = json.Text("type"),
        CreationDate = json.Time("creationDate"),
    };

    public static LoggingConfiguration ReadLoggingConfiguration(JsonElement json) => new()
    {
        Level = json.Text("level"),
        IncludeExecutionData = json.Flag("includeExecutionData"),
        Destinations = json.List("destinations", ReadLogDestination),
    };

    public static void WriteLoggingConfiguration(Utf8JsonWriter writer, LoggingConfiguration value)
    {
        writer.Put("level", value.Level);
        writer.Put("includeExecutionData", value.IncludeExecutionData);
        writer.PutObjects("destinations", value.Destinations, WriteLogDestination);
    }

    public static TracingConfiguration ReadTracingConfiguration(JsonElement json) => new()
    {
        Enabled = json.Flag("enabled"),
    };

    public static void WriteTracingConfiguration(Utf8JsonWriter writer, TracingConfiguration value)
    {
        writer.Put("enabled", value.Enabled);
    }

    public static EncryptionConfiguration ReadEncryptionConfiguration(JsonElement json) => new()
    {
        KmsKeyId = json.Text("kmsKeyId"),
        KmsDataKeyReusePeriodSeconds = json.Number("kmsDataKeyReusePeriodSeconds"),
        Type = json.Text("type"),
    };

    public static void WriteEncryptionConfiguration(Utf8JsonWriter writer, EncryptionConfiguration value)
    {
        writer.Put("kmsKeyId", value.KmsKeyId);
        writer.Put("kmsDataKeyReusePeriodSeconds", value.KmsDataKeyReusePeriodSeconds);
        writer.Put("type", value.Type);
    }

    public static void WriteTag(Utf8JsonWriter writer, Tag value)
    {
        writer.Put("key", value.Key);
        writer.Put("value", value.Value);
    }

    private static LogDestination ReadLogDestination(JsonElement json) => new()
    {
        CloudWatchLogsLogGroup = json.Object("cloudWatchLogsLogGroup", ReadCloudWatchLogsLogGroup),
    };

    private static void WriteLogDestination(Utf8JsonWriter writer, LogDestination value)
    {
        writer.PutObject("cloudWatchLogsLogGroup", value.CloudWatchLogsLogGroup, WriteCloudWatchLogsLogGroup);
    }

    private static CloudWatchLogsLogGroup ReadCloudWatchLogsLogGroup(JsonElement json) => new()
    {
        LogGroupArn = json.Text("logGroupArn"),
    };

    private static void WriteCloudWatchLogsLogGroup(Utf8JsonWriter writer, CloudWatchLogsLogGroup value)
    {
        writer.Put("logGroupArn", value.LogGroupArn);
    }

    public static List<string> ReadVariableNames(JsonElement json) => [.. json.EnumerateArray().Select(name => name.GetString())];
}
