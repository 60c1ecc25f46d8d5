using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>
/// Takes the fields of states, choice rules and catchers that are written in a query language. Each member gives a diagnostic for
/// what is wrong and then a value to go on with.
/// </summary>
internal abstract class QueryFields
{
    /// <summary>The field that holds what a task is given.</summary>
    public abstract string ArgumentsField { get; }

    /// <summary>The fields of a Wait state, of which it must have exactly one.</summary>
    public abstract IReadOnlyList<string> WaitFields { get; }

    /// <summary>The data flow of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="kind">Decides which fields it may have.</param>
    /// <param name="resource">What a task calls; null for other states, or when that is wrong.</param>
    public abstract DataFlow TakeFlow(ObjectReader state, FlowKind kind, TaskResource? resource = null);

    /// <summary>The way on by a catcher.</summary>
    public abstract DataFlow TakeCatcherFlow(ObjectReader catcher);

    /// <summary>When a choice rule matches; null when that is wrong.</summary>
    public abstract Condition? TakeCondition(ObjectReader rule);

    /// <summary>The way on by a choice rule, from the state's own flow.</summary>
    public abstract Func<DataFlow, DataFlow> TakeRuleFlow(ObjectReader rule);

    /// <summary>A whole number of at least the minimum, fixed or computed; both null when it is absent or wrong.</summary>
    public abstract (int? Fixed, QueriedField? Queried) TakeInteger(ObjectReader state, string name, int minimum);

    /// <summary>A timestamp, fixed or computed.</summary>
    public abstract (DateTimeOffset? Fixed, QueriedField? Queried) TakeTimestamp(ObjectReader state, string name);

    /// <summary>A string, fixed or computed.</summary>
    public abstract (string? Fixed, QueriedField? Queried) TakeText(ObjectReader state, string name);

    /// <summary>The items of a Map state.</summary>
    public abstract QueriedField TakeItems(ObjectReader map);

    /// <summary>What builds the input of a Map state's iteration; null means the item.</summary>
    public abstract Query? TakeItemSelector(ObjectReader map);
}
