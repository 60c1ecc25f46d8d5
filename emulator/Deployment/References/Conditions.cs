using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>The section <c>Conditions</c>, each evaluated once, when something asks for it.</summary>
internal sealed class Conditions(JsonObject declarations, TemplateScope scope)
{
    private const int MinOperands = 2;
    private const int MaxOperands = 10;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Whether the named condition holds.</summary>
    /// <param name="name">A key of <c>Conditions</c>.</param>
    /// <param name="path">Who asks.</param>
    public bool Holds(string name, string path)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        if (!declarations.TryGetPropertyValue(name, out var declaration) || declaration is null)
            throw new TemplateException(path, $"there is no condition '{name}'.");
        if (!_open.Add(name))
            throw new TemplateException($"Conditions.{name}", "it refers to itself.");
        var holds = Evaluate(declaration, $"Conditions.{name}");
        _open.Remove(name);
        _known.Add(name, holds);
        return holds;
    }

    private bool Evaluate(JsonNode node, string path)
    {
        if (node is not JsonObject { Count: 1 } call)
            throw new TemplateException(path, "a condition must be one of Fn::Equals, Fn::Not, Fn::And, Fn::Or, Condition.");
        var (function, argument) = call.First();
        path = $"{path}.{function}";
        switch (function)
        {
            case "Condition":
                return Holds(Scalar.Text(argument) ?? throw new TemplateException(path, "it must be a name."), path);
            case "Fn::Equals":
                var sides = Operands(argument, 2, 2, path);
                return JsonNode.DeepEquals(Side(sides[0], $"{path}[0]"), Side(sides[1], $"{path}[1]"));
            case "Fn::Not":
                return !Evaluate(Operands(argument, 1, 1, path)[0]!, $"{path}[0]");
            case "Fn::And":
                return Operands(argument, MinOperands, MaxOperands, path).Select((item, index) => Evaluate(item!, $"{path}[{index}]")).ToList().TrueForAll(held => held);
            case "Fn::Or":
                return Operands(argument, MinOperands, MaxOperands, path).Select((item, index) => Evaluate(item!, $"{path}[{index}]")).ToList().Exists(held => held);
            default:
                throw new TemplateException(path, "this function is not supported in a condition.");
        }
    }

    private JsonNode Side(JsonNode? node, string path)
    {
        var value = scope.Resolver.Resolve(node!, path) ?? throw new TemplateException(path, "AWS::NoValue cannot be compared.");
        return Scalar.Text(value) is { } text ? JsonValue.Create(text) : value;
    }

    private static JsonArray Operands(JsonNode? argument, int least, int most, string path) =>
        argument is JsonArray operands && operands.Count >= least && operands.Count <= most
            ? operands
            : throw new TemplateException(path, least == most ? $"it takes a list of {least}." : $"it takes a list of {least} to {most}.");
}
