using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language;

/// <summary>
/// A checked state machine with every path, template and condition compiled. Immutable and safe for all threads.
/// </summary>
/// <param name="Root">The states of the top level.</param>
internal sealed record StateMachineDefinition(Branch Root)
{
    /// <summary>The longest definition, in UTF-8 bytes (AWS: 1 MiB).</summary>
    public const int MaxBytes = 1_048_576;

    /// <summary>No more reasons than this are collected before a definition is refused.</summary>
    public const int MaxDiagnostics = 100;

    /// <summary>The author's remark, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How long one execution may take; null means without end (AWS: one year).</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>Every state, those of inner branches behind the state that they belong to.</summary>
    public IEnumerable<State> AllStates => StatesOf(Root);

    /// <summary>Parses and checks a definition in the Amazon States Language with JSONPath.</summary>
    /// <exception cref="InvalidDefinitionException">With all that is wrong.</exception>
    public static StateMachineDefinition Parse(string json) => DefinitionParser.Parse(json);

    private static IEnumerable<State> StatesOf(Branch branch) =>
        branch.States.Values.SelectMany(state => state.InnerBranches.SelectMany(StatesOf).Prepend(state));
}
