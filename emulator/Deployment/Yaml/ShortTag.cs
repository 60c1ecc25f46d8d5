using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.Yaml;

/// <summary>The short forms of the intrinsic functions: <c>!Sub</c> for <c>Fn::Sub</c>.</summary>
internal static class ShortTag
{
    private static readonly FrozenDictionary<string, string> Functions = new Dictionary<string, string>
    {
        ["!Ref"] = "Ref",
        ["!Condition"] = "Condition",
        ["!GetAtt"] = "Fn::GetAtt",
        ["!Sub"] = "Fn::Sub",
        ["!Join"] = "Fn::Join",
        ["!Select"] = "Fn::Select",
        ["!Split"] = "Fn::Split",
        ["!FindInMap"] = "Fn::FindInMap",
        ["!If"] = "Fn::If",
        ["!Equals"] = "Fn::Equals",
        ["!Not"] = "Fn::Not",
        ["!And"] = "Fn::And",
        ["!Or"] = "Fn::Or",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Function(string tag, string path) =>
        Functions.TryGetValue(tag, out var function)
            ? function
            : throw new TemplateException(path, $"the tag {tag} is not supported here.");

    /// <summary><c>Queue.Arn</c> is the resource up to the first dot, then the attribute, which may have dots of its own.</summary>
    public static JsonArray GetAttParts(string text, string path)
    {
        var dot = text.IndexOf('.');
        return dot > 0 && dot < text.Length - 1
            ? [text[..dot], text[(dot + 1)..]]
            : throw new TemplateException(path, $"'{text}' must be a resource and an attribute, as in Queue.Arn.");
    }
}
