using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>Evaluates intrinsic functions wherever they stand in a value.</summary>
internal sealed class Resolver(TemplateScope scope)
{
    /// <summary>A copy of the value with every function evaluated; null is <c>AWS::NoValue</c>: the property is not there.</summary>
    public JsonNode? Resolve(JsonNode node, string path) => node switch
    {
        JsonObject { Count: 1 } call when IsFunction(call.First().Key) => Call(call.First().Key, call.First().Value!, path),
        JsonObject mapping => Mapping(mapping, path),
        JsonArray list => List(list, path),
        _ => node.DeepClone(),
    };

    /// <summary>The value as text.</summary>
    public string Text(JsonNode node, string path) =>
        Scalar.Text(Resolve(node, path)) ?? throw new TemplateException(path, "it must be text.");

    /// <summary>Whether a mapping's only key makes it a function call.</summary>
    public static bool IsFunction(string key) => key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonObject Mapping(JsonObject mapping, string path)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping)
        {
            if (Resolve(value!, $"{path}.{key}") is { } resolved)
                result.Add(key, resolved);
        }
        return result;
    }

    private JsonArray List(JsonArray list, string path)
    {
        var result = new JsonArray();
        for (var index = 0; index < list.Count; index++)
        {
            if (Resolve(list[index]!, $"{path}[{index}]") is { } resolved)
                result.Add(resolved);
        }
        return result;
    }

    private JsonNode? Call(string function, JsonNode argument, string path)
    {
        path = $"{path}.{function}";
        return function switch
        {
            "Ref" => Ref(Scalar.Text(argument) ?? throw new TemplateException(path, "it must be a name."), path),
            "Fn::GetAtt" => GetAtt(argument, path),
            "Fn::Sub" => Sub(argument, path),
            "Fn::Join" => Join(argument, path),
            "Fn::If" => If(argument, path),
            "Fn::Select" => Select(argument, path),
            "Fn::Split" => Split(argument, path),
            "Fn::FindInMap" => FindInMap(argument, path),
            _ => throw new TemplateException(path, "this function is not supported."),
        };
    }

    private JsonNode? Ref(string name, string path) => name switch
    {
        "AWS::NoValue" => null,
        "AWS::AccountId" => scope.Settings.AccountId,
        "AWS::Region" => scope.Settings.Region,
        "AWS::StackName" => scope.Settings.StackName,
        "AWS::StackId" => scope.Settings.Arn("cloudformation", $"stack/{scope.Settings.StackName}/local"),
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::NotificationARNs" => new JsonArray(),
        _ => scope.Parameters.Find(name) ?? scope.Resources.Ref(name, path),
    };

    private JsonValue GetAtt(JsonNode argument, string path)
    {
        if (Scalar.Text(argument) is { } joined)
            argument = Yaml.ShortTag.GetAttParts(joined, path);
        var parts = Arguments(argument, 2, path);
        return JsonValue.Create(scope.Resources.Attribute(Text(parts[0]!, $"{path}[0]"), Text(parts[1]!, $"{path}[1]"), path));
    }

    private JsonValue Sub(JsonNode argument, string path)
    {
        if (Scalar.Text(argument) is { } template)
            return JsonValue.Create(Substitute(template, [], path));
        var parts = Arguments(argument, 2, path);
        var variables = parts[1] as JsonObject ?? throw new TemplateException($"{path}[1]", "it must be a mapping of names to values.");
        return JsonValue.Create(Substitute(
            Scalar.Text(parts[0]) ?? throw new TemplateException($"{path}[0]", "it must be text."), variables, path));
    }

    private string Substitute(string template, JsonObject variables, string path)
    {
        var result = new StringBuilder(template.Length);
        var position = 0;
        for (int open; (open = template.IndexOf("${", position, StringComparison.Ordinal)) >= 0;)
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                throw new TemplateException(path, "a ${ has no }.");
            var name = template[(open + 2)..close];
            result.Append(template, position, open - position).Append(Placeholder(name, variables, path));
            position = close + 1;
        }
        return result.Append(template, position, template.Length - position).ToString();
    }

    private string Placeholder(string name, JsonObject variables, string path)
    {
        if (name.StartsWith('!'))
            return $"${{{name[1..]}}}";
        if (variables[name] is { } given)
            return Text(given, $"{path}[1].{name}");
        var dot = name.IndexOf('.');
        if (dot > 0 && name[(dot + 1)..] != ResourceDirectory.AliasSuffix)
            return scope.Resources.Attribute(name[..dot], name[(dot + 1)..], path);
        return Scalar.Text(Ref(name, path)) ?? throw new TemplateException(path, $"${{{name}}} is not text.");
    }

    private JsonValue Join(JsonNode argument, string path)
    {
        var parts = Arguments(argument, 2, path);
        return JsonValue.Create(string.Join(Text(parts[0]!, $"{path}[0]"), Texts(parts[1]!, $"{path}[1]")));
    }

    private JsonNode? If(JsonNode argument, string path)
    {
        var parts = Arguments(argument, 3, path);
        var name = Scalar.Text(parts[0]) ?? throw new TemplateException($"{path}[0]", "it must be a condition's name.");
        var branch = scope.Conditions.Holds(name, path) ? 1 : 2;
        return Resolve(parts[branch]!, $"{path}[{branch}]");
    }

    private JsonValue Select(JsonNode argument, string path)
    {
        var parts = Arguments(argument, 2, path);
        var items = Texts(parts[1]!, $"{path}[1]");
        return int.TryParse(Text(parts[0]!, $"{path}[0]"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count
            ? JsonValue.Create(items[index])
            : throw new TemplateException($"{path}[0]", $"it must be an index below {items.Count}.");
    }

    private JsonArray Split(JsonNode argument, string path)
    {
        var parts = Arguments(argument, 2, path);
        return [.. Text(parts[1]!, $"{path}[1]").Split(Text(parts[0]!, $"{path}[0]")).Select(item => (JsonNode)item)];
    }

    private JsonNode FindInMap(JsonNode argument, string path)
    {
        var parts = Arguments(argument, 3, path);
        JsonNode? found = scope.Mappings;
        for (var index = 0; index < parts.Count; index++)
        {
            var key = Text(parts[index]!, $"{path}[{index}]");
            found = (found as JsonObject)?[key] ?? throw new TemplateException($"{path}[{index}]", $"the mapping has no '{key}'.");
        }
        return found.DeepClone();
    }

    private List<string> Texts(JsonNode node, string path) =>
        Resolve(node, path) is JsonArray items
            ? [.. items.Select((item, index) => Scalar.Text(item) ?? throw new TemplateException($"{path}[{index}]", "it must be text."))]
            : throw new TemplateException(path, "it must be a list.");

    private static JsonArray Arguments(JsonNode argument, int count, string path) =>
        argument is JsonArray list && list.Count == count ? list : throw new TemplateException(path, $"it takes a list of {count}.");
}
