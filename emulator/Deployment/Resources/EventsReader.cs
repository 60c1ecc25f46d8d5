using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment.References;
using KakaoWorkflow.Emulator.Deployment.Schedules;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Reads the events of a function: HTTP routes, queues, schedules.</summary>
internal sealed class EventsReader(FunctionConfiguration function, IReadOnlyList<QueueResource> queues, TemplateScope scope)
{
    private const int MaxHttpMilliseconds = 30_000;
    private const int DefaultBatchSize = 10;
    private const int MaxBatchSize = 10_000;
    private const int MaxWindowSeconds = 300;
    private const int MinConcurrency = 2;
    private const int MaxConcurrency = 1000;

    private static readonly string[] RuleProperties = ["Schedule", "Name", "Input", "Enabled", "State"];
    private static readonly string[] RuleWithoutMeaning = ["Description", "RetryPolicy", "DeadLetterConfig"];
    private static readonly string[] ScheduleProperties = ["ScheduleExpression", "ScheduleExpressionTimezone", "Name", "Input", "State"];

    private static readonly string[] ScheduleWithoutMeaning =
        ["Description", "FlexibleTimeWindow", "GroupName", "KmsKeyArn", "OmitName", "PermissionsBoundary", "RoleArn", "RetryPolicy", "DeadLetterConfig"];

    public IEnumerable<object> Read()
    {
        var declaration = scope.Resources.OfType("AWS::Serverless::Function").Single(it => it.LogicalId == function.LogicalId);
        var events = declaration.Properties["Events"] switch
        {
            null => [],
            JsonObject mapping => mapping,
            _ => throw new TemplateException($"{declaration.Path}.Events", "it must be a mapping."),
        };
        foreach (var (name, node) in events)
        {
            var path = $"{declaration.Path}.Events.{name}";
            var body = node as JsonObject ?? throw new TemplateException(path, "it must be a mapping.");
            yield return Read(name, new PropertyReader(body, path, scope.Resolver, ["Type", "Properties"]));
        }
    }

    private object Read(string name, PropertyReader declaration)
    {
        var properties = declaration.Unresolved("Properties");
        var path = declaration.At("Properties");
        return declaration.RequiredText("Type") switch
        {
            "HttpApi" => Route(new PropertyReader(
                properties, path, scope.Resolver, ["Path", "Method", "ApiId", "PayloadFormatVersion", "TimeoutInMillis"], ["RouteSettings"])),
            "SQS" => Queue(new PropertyReader(
                properties,
                path,
                scope.Resolver,
                ["Queue", "BatchSize", "MaximumBatchingWindowInSeconds", "FunctionResponseTypes", "ScalingConfig", "Enabled"],
                ["MetricsConfig"])),
            "Schedule" => Rule(name, new PropertyReader(properties, path, scope.Resolver, RuleProperties, RuleWithoutMeaning)),
            "ScheduleV2" => Schedule(name, new PropertyReader(properties, path, scope.Resolver, ScheduleProperties, ScheduleWithoutMeaning)),
            var type => throw new TemplateException(declaration.At("Type"), $"events of type {type} are not supported by the emulator."),
        };
    }

    private RouteResource Route(PropertyReader it)
    {
        it.OneOf("PayloadFormatVersion", "2.0");
        var apiId = it.Text("ApiId") ?? scope.Resources.Ref(ResourceDirectory.ImplicitHttpApi, it.Path);
        var (path, method) = (it.Text("Path"), it.Text("Method"));
        if (path is null != method is null)
            throw it.Missing(path is null ? "Path" : "Method");
        var route = new RouteResource(
            apiId,
            method?.ToUpperInvariant() switch { null or "X-AMAZON-APIGATEWAY-ANY-METHOD" => "ANY", var given => given },
            path ?? "$default",
            function.Name,
            it.Integer("TimeoutInMillis", 50, MaxHttpMilliseconds) ?? MaxHttpMilliseconds,
            it.Path);
        if (!scope.Resources.OfType("AWS::Serverless::HttpApi").Any(api => scope.Resources.Ref(api.LogicalId, it.Path) == apiId))
            throw new TemplateException(it.At("ApiId"), $"'{apiId}' is not an HTTP API of this stack.");
        if (route.Path != "$default" && !route.Path.StartsWith('/'))
            throw new TemplateException(it.At("Path"), "it must begin with / or be $default.");
        return route;
    }

    private EventSourceResource Queue(PropertyReader it)
    {
        var arn = it.RequiredText("Queue");
        var queue = queues.FirstOrDefault(queue => queue.Arn == arn)
            ?? throw new TemplateException(it.At("Queue"), $"{arn} is not the ARN of a queue of this stack.");
        if (function.TimeoutSeconds > queue.VisibilityTimeoutSeconds)
        {
            throw new TemplateException(
                it.At("Queue"),
                $"the queue's visibility timeout ({queue.VisibilityTimeoutSeconds} s) is shorter than the function's timeout ({function.TimeoutSeconds} s).");
        }
        var source = new EventSourceResource(
            function.Name,
            arn,
            it.Integer("BatchSize", 1, MaxBatchSize) ?? DefaultBatchSize,
            it.Integer("MaximumBatchingWindowInSeconds", 0, MaxWindowSeconds) ?? 0,
            Reports(it),
            it.Nested("ScalingConfig", ["MaximumConcurrency"])?.Integer("MaximumConcurrency", MinConcurrency, MaxConcurrency),
            it.Flag("Enabled") ?? true);
        if (source.BatchSize > DefaultBatchSize && source.BatchingWindowSeconds == 0)
            throw new TemplateException(it.At("BatchSize"), $"more than {DefaultBatchSize} need a batching window of at least 1 second.");
        return source;
    }

    private static bool Reports(PropertyReader it)
    {
        var types = it.List("FunctionResponseTypes");
        return types.TrueForAll(type => type == "ReportBatchItemFailures")
            ? types.Count > 0
            : throw new TemplateException(it.At("FunctionResponseTypes"), "ReportBatchItemFailures is the only one.");
    }

    private ScheduleResource Rule(string eventName, PropertyReader it)
    {
        var name = it.Text("Name") ?? $"{scope.Settings.StackName}-{function.LogicalId}{eventName}";
        var enabled = (it.Flag("Enabled"), it.OneOf("State", "ENABLED", "DISABLED")) switch
        {
            ({ }, { }) => throw new TemplateException(it.At("State"), "it cannot stand beside Enabled."),
            (var flag, var state) => flag ?? state is not "DISABLED",
        };
        return new ScheduleResource(
            name,
            scope.Settings.Arn("events", $"rule/{name}"),
            function.Name,
            Expression(it, "Schedule"),
            TimeZoneInfo.Utc,
            Input(it),
            enabled,
            "aws.events");
    }

    private ScheduleResource Schedule(string eventName, PropertyReader it)
    {
        var name = it.Text("Name") ?? $"{scope.Settings.StackName}-{function.LogicalId}{eventName}";
        var zone = it.Text("ScheduleExpressionTimezone") ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var timeZone))
            throw new TemplateException(it.At("ScheduleExpressionTimezone"), $"'{zone}' is not a time zone that this machine knows.");
        return new ScheduleResource(
            name,
            scope.Settings.Arn("scheduler", $"schedule/default/{name}"),
            function.Name,
            Expression(it, "ScheduleExpression"),
            timeZone,
            Input(it),
            it.OneOf("State", "ENABLED", "DISABLED") is not "DISABLED",
            "aws.scheduler");
    }

    private static ScheduleExpression Expression(PropertyReader it, string name) =>
        ScheduleExpression.TryParse(it.RequiredText(name), out var expression, out var problem)
            ? expression
            : throw new TemplateException(it.At(name), problem);

    private static string? Input(PropertyReader it)
    {
        var input = it.Text("Input");
        try
        {
            if (input is not null)
                JsonNode.Parse(input);
        }
        catch (System.Text.Json.JsonException)
        {
            throw new TemplateException(it.At("Input"), "it must be JSON.");
        }
        return input;
    }
}
