using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KakaoWorkflow.Emulator.Cli;

/// <summary>The options of the command line.</summary>
internal sealed class EmulatorArguments
{
    private const int MaxPort = 65_535;

    private readonly Option<FileInfo> _template = new Option<FileInfo>("--template")
    {
        Description = "The SAM template; what it refers to is beside it.",
        HelpName = "FILE",
        Required = true,
    }.AcceptExistingOnly();

    private readonly Option<string?> _data = new("--data") { Description = "The folder that keeps everything; without it all is forgotten at the end.", HelpName = "DIR" };

    private readonly Option<int?> _port = Port("--port", "The port of the AWS endpoint; 0 takes a free one.");

    private readonly Option<int?> _httpPort = Port("--http-port", "The port of the HTTP API; 0 takes a free one.");

    private readonly Option<string> _region = new("--region") { Description = "The region in ARNs.", HelpName = "NAME", DefaultValueFactory = _ => "us-east-1" };

    private readonly Option<string> _stackName = new("--stack-name") { Description = "The stack's name.", HelpName = "NAME", DefaultValueFactory = _ => "stack" };

    private readonly Option<Dictionary<string, string>> _parameters = Pairs("--parameter", "A parameter of the template; may be repeated.", "NAME=VALUE");

    private readonly Option<Dictionary<string, string>> _functions = Pairs(
        "--function", "What a function runs instead of the bootstrap in its CodeUri: a program and its arguments, parted by spaces; may be repeated.",
        "NAME=COMMAND");

    public IReadOnlyList<Option> All => [_template, _data, _port, _httpPort, _region, _stackName, _parameters, _functions];

    public EmulatedAwsOptions Read(ParseResult arguments)
    {
        var template = arguments.GetValue(_template)!;
        return new()
        {
            TemplatePath = template.FullName,
            DataFolder = arguments.GetValue(_data),
            AwsPort = arguments.GetValue(_port),
            HttpApiPort = arguments.GetValue(_httpPort),
            Region = arguments.GetValue(_region)!,
            StackName = arguments.GetValue(_stackName)!,
            Parameters = arguments.GetValue(_parameters) ?? [],
            Functions = (arguments.GetValue(_functions) ?? []).ToDictionary(
                function => function.Key,
                function => EmulatedFunction.OfProgram(template.DirectoryName!, function.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                StringComparer.Ordinal),
        };
    }

    private static Option<int?> Port(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= MaxPort)
                return port;
            result.AddError($"{name} must be from 0 to {MaxPort}, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static Option<Dictionary<string, string>> Pairs(string name, string description, string help) => new(name)
    {
        Description = description,
        HelpName = help,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Split(result, name),
    };

    private static Dictionary<string, string> Split(ArgumentResult result, string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0 || !pairs.TryAdd(parts[0], parts[1]))
                result.AddError($"{name} must be NAME=…, each name once, not '{token.Value}'.");
        }
        return pairs;
    }
}
