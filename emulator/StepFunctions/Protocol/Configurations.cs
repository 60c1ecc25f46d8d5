using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>Logging and tracing settings: kept and shown, so that tools which compare them find what they wrote; nothing is logged or traced by them.</summary>
internal static class Configurations
{
    /// <summary>The logging settings as JSON, with AWS's defaults.</summary>
    public static string Logging(Request request)
    {
        var given = request.Object("loggingConfiguration");
        var settings = new Request(given ?? [], "level", "includeExecutionData", "destinations");
        var logging = new JsonObject
        {
            ["level"] = settings.OneOf("level", "ALL", "ERROR", "FATAL", "OFF") ?? "OFF",
            ["includeExecutionData"] = settings.Flag("includeExecutionData") ?? false,
        };
        if (settings.List("destinations") is { } destinations)
            logging["destinations"] = destinations.DeepClone();
        return JsonText.Write(logging);
    }

    /// <summary>The tracing settings as JSON, with AWS's default.</summary>
    public static string Tracing(Request request)
    {
        var settings = new Request(request.Object("tracingConfiguration") ?? [], "enabled");
        return JsonText.Write(new JsonObject { ["enabled"] = settings.Flag("enabled") ?? false });
    }

    /// <summary>Shows what a machine is at one revision.</summary>
    /// <param name="answer">Where to.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="data">Whether to show the definition.</param>
    public static void Show(JsonObject answer, Revision revision, bool data)
    {
        // The API model requires the member, also where data is left out.
        answer["definition"] = data ? revision.Definition : "";
        answer["roleArn"] = revision.RoleArn;
        answer["loggingConfiguration"] = JsonText.Parse(revision.LoggingConfiguration);
        answer["tracingConfiguration"] = JsonText.Parse(revision.TracingConfiguration);
        if (revision.RevisionId is { } id)
            answer["revisionId"] = id;
    }
}
