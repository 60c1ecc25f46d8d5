using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>
/// What PyYAML, and with it SAM and the AWS command line, refuses in a file that a newer reader takes, or reads as something else:
/// it knows YAML 1.1.
/// </summary>
internal static partial class Yaml11
{
    /// <summary>What is wrong, each with its line; empty for a file that all readers read alike.</summary>
    public static IReadOnlyList<string> Problems(string text)
    {
        var problems = new List<string>();
        if (text.Contains('\t', StringComparison.Ordinal))
            problems.Add("a tab is no white space");
        var scanner = new Scanner(new StringReader(text));
        var depth = 0;
        while (scanner.MoveNext())
        {
            depth += scanner.Current switch
            {
                FlowMappingStart or FlowSequenceStart => 1,
                FlowMappingEnd or FlowSequenceEnd => -1,
                _ => 0,
            };
            if (scanner.Current is Scalar { Style: ScalarStyle.Plain } plain && Problem(plain.Value, depth > 0) is { } problem)
                problems.Add($"line {plain.Start.Line}: '{plain.Value}' {problem}");
        }
        return [.. problems, .. DoubleKeys(text)];
    }

    private static string? Problem(string value, bool isInFlow) =>
        isInFlow && value.Contains('?', StringComparison.Ordinal) ? "ends before its question mark; quote it"
        : value.StartsWith('?') || value.StartsWith('%') || value.StartsWith('@') || value.StartsWith('`') ? "starts with an indicator; quote it"
        : Flag().IsMatch(value) ? "is a flag; quote it or write true or false"
        : Number().IsMatch(value) ? "is a number to the base of 8 or 60, or one with underscores; quote it"
        : null;

    private static IEnumerable<string> DoubleKeys(string text)
    {
        var parser = new Parser(new StringReader(text));
        var keys = new Stack<(HashSet<string>? Names, bool IsKey)>();
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            if (keys.TryPeek(out var top) && top.Names is { } names && current is YamlDotNet.Core.Events.NodeEvent)
            {
                keys.Pop();
                keys.Push((names, !top.IsKey));
                if (top.IsKey && current is YamlDotNet.Core.Events.Scalar key && !names.Add(key.Value))
                    yield return $"line {key.Start.Line}: '{key.Value}' is there twice";
            }
            if (current is YamlDotNet.Core.Events.MappingStart)
                keys.Push(([], true));
            else if (current is YamlDotNet.Core.Events.SequenceStart)
                keys.Push((null, false));
            else if (current is YamlDotNet.Core.Events.MappingEnd or YamlDotNet.Core.Events.SequenceEnd)
                keys.Pop();
        }
    }

    [GeneratedRegex("^(y|n|yes|no|on|off)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Flag();

    [GeneratedRegex("^[-+]?(0[0-9_]+|[0-9][0-9_]*(:[0-5]?[0-9])+|[0-9]+_[0-9_]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
