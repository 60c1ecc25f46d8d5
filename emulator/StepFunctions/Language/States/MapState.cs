using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>
/// Runs its item processor for each item of an array (inline mode); its raw result is the array of their outputs, in
/// the order of the items.
/// </summary>
/// <param name="Name">Unique in the whole definition.</param>
/// <param name="ItemProcessor">Also from the older field <c>Iterator</c>.</param>
internal sealed record MapState(string Name, Branch ItemProcessor) : RecoverableState(Name)
{
    /// <summary>How many iterations AWS runs at once where nothing, 0 or more is asked for.</summary>
    public const int MaxInlineConcurrency = 40;

    /// <inheritdoc />
    public override string Type => "Map";

    /// <inheritdoc />
    public override IReadOnlyList<Branch> InnerBranches => [ItemProcessor];

    /// <summary>What gives the items.</summary>
    public required QueriedField QueriedItems { get; init; }

    /// <summary>
    /// Builds an iteration's input, also from the older field <c>Parameters</c>; null means the item.
    /// </summary>
    public Query? ItemSelector { get; init; }

    /// <summary>Null when it is absent or computed; 0 means no limit.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>What gives it, or null.</summary>
    public QueriedField? QueriedMaxConcurrency { get; init; }

    /// <summary>The items.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException"><c>States.Runtime</c> when there are none, or they are no array.</exception>
    public JsonArray Items(EvaluationScope effectiveInput) => QueriedItems.Array(effectiveInput, Name);

    /// <summary>How many iterations run at once, from 1 to <see cref="MaxInlineConcurrency"/>.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when the query gives no whole number from 0 up.
    /// </exception>
    public int Concurrency(EvaluationScope effectiveInput)
    {
        var wanted = QueriedMaxConcurrency?.Integer(effectiveInput, 0) ?? MaxConcurrency ?? 0;
        return wanted is 0 or > MaxInlineConcurrency ? MaxInlineConcurrency : wanted;
    }

    /// <summary>The input of one iteration.</summary>
    /// <param name="effectiveInput">
    /// The scope's input is the state's effective input; its context has <c>Map.Item.Index</c> and
    /// <c>Map.Item.Value</c>.
    /// </param>
    /// <param name="item">The item.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, or <c>States.IntrinsicFailure</c>.
    /// </exception>
    public JsonNode? IterationInput(EvaluationScope effectiveInput, JsonNode? item) =>
        ItemSelector is null ? item : ItemSelector.Evaluate(effectiveInput);
}
