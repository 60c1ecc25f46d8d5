using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KakaoWorkflow.Emulator.Deployment.Yaml;

/// <summary>Reads CloudFormation's YAML (and so its JSON) into JSON, short tags such as <c>!Ref</c> written out.</summary>
internal static class TemplateYaml
{
    /// <summary>CloudFormation's limit for a template that comes from a bucket.</summary>
    public const int MaxTemplateCharacters = 1_000_000;

    private const int MaxDepth = 64;

    public static JsonObject Read(string text)
    {
        if (text.Length > MaxTemplateCharacters)
            throw new TemplateException("(template)", $"it is longer than {MaxTemplateCharacters} characters.");

        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException error)
        {
            throw new TemplateException($"(line {error.Start.Line})", error.Message);
        }
        if (stream.Documents.Count != 1)
            throw new TemplateException("(template)", "it must hold exactly one YAML document.");
        return Convert(stream.Documents[0].RootNode, "(template)", 0) as JsonObject
            ?? throw new TemplateException("(template)", "it must be a mapping.");
    }

    private static JsonNode Convert(YamlNode node, string path, int depth)
    {
        if (depth > MaxDepth)
            throw new TemplateException(path, $"nesting is deeper than {MaxDepth} levels.");
        var function = node.Tag is { IsEmpty: false, IsNonSpecific: false } tag ? ShortTag.Function(tag.Value, path) : null;
        return function switch
        {
            null => Plain(node, path, depth),
            "Fn::GetAtt" when node is YamlScalarNode { Value: { } attribute } => new JsonObject { [function] = ShortTag.GetAttParts(attribute, path) },
            _ => new JsonObject { [function] = Plain(node, path, depth) },
        };
    }

    private static JsonNode Plain(YamlNode node, string path, int depth) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping, path, depth),
        YamlSequenceNode sequence => Sequence(sequence, path, depth),
        YamlScalarNode scalar => Scalar(scalar, path),
        _ => throw new TemplateException(path, $"a YAML node of kind {node.NodeType} is not supported."),
    };

    private static JsonObject Mapping(YamlMappingNode mapping, string path, int depth)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new TemplateException(path, $"line {key.Start.Line}: a key must be text.");
            if (name == "<<")
                throw new TemplateException(path, "YAML merge keys are not supported by CloudFormation.");
            result.Add(name, Convert(value, depth == 0 ? name : $"{path}.{name}", depth + 1));
        }
        return result;
    }

    private static JsonArray Sequence(YamlSequenceNode sequence, string path, int depth)
    {
        var result = new JsonArray();
        foreach (var item in sequence)
            result.Add(Convert(item, $"{path}[{result.Count}]", depth + 1));
        return result;
    }

    /// <summary>
    /// Plain <c>true</c>, <c>5</c> and <c>0.5</c> are typed; whatever would not be written back as it stands
    /// (<c>000000000000</c>, <c>1e3</c>, dates) stays text, as account ids and versions need.
    /// </summary>
    private static JsonValue Scalar(YamlScalarNode scalar, string path)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
            return JsonValue.Create(text);
        if (text is "" or "~" or "null" or "Null" or "NULL")
            throw new TemplateException(path, "null values are not allowed.");
        if (text is "true" or "True" or "TRUE")
            return JsonValue.Create(true);
        if (text is "false" or "False" or "FALSE")
            return JsonValue.Create(false);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole.ToString(CultureInfo.InvariantCulture) == text)
            return JsonValue.Create(whole);
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text)
            return JsonValue.Create(number);
        return JsonValue.Create(text);
    }
}
