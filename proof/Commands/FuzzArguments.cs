using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KakaoWorkflow.Proof.Fuzzing;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>The options of the command that tries hostile input.</summary>
internal sealed class FuzzArguments
{
    private readonly Option<int> _inputs = new("--inputs")
    {
        Description = "How many inputs to try.",
        HelpName = "N",
        DefaultValueFactory = _ => new FuzzOptions().Inputs,
        CustomParser = result => Number(result, "--inputs") ?? 1,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The same seed makes the same inputs.",
        HelpName = "S",
        DefaultValueFactory = _ => new FuzzOptions().Seed,
    };

    private readonly Option<int?> _only = new("--only")
    {
        Description = "The number of the one input to try, from 1.",
        HelpName = "N",
        CustomParser = result => Number(result, "--only"),
    };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_inputs, _seed, _only];

    /// <summary>What the command line says.</summary>
    public FuzzOptions Read(ParseResult arguments) => new()
    {
        Inputs = arguments.GetValue(_inputs),
        Seed = arguments.GetValue(_seed),
        Only = arguments.GetValue(_only),
        Workers = Math.Max(2, Environment.ProcessorCount),
    };

    private static int? Number(ArgumentResult result, string option)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= FuzzOptions.MaxInputs)
            return number;
        result.AddError($"{option} must be from 1 to {FuzzOptions.MaxInputs}, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
