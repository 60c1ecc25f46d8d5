using System.Collections.Frozen;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary>An operator such as <c>NumericLessThanEquals</c>: what it compares, and which orders satisfy it.</summary>
/// <param name="Type">The type that both sides must have.</param>
/// <param name="Accepts">
/// Given the order of the left and the right side as a negative number, zero or a positive number.
/// </param>
internal sealed record ComparisonOperator(ComparedType Type, Func<int, bool> Accepts)
{
    /// <summary>All operators by name; each exists with the suffix <c>Path</c> too.</summary>
    public static FrozenDictionary<string, ComparisonOperator> ByName { get; } = Build().ToFrozenDictionary();

    private static Dictionary<string, ComparisonOperator> Build()
    {
        var operators = new Dictionary<string, ComparisonOperator>();
        foreach (var type in Enum.GetValues<ComparedType>())
        {
            operators.Add($"{type}Equals", new(type, order => order == 0));
            if (type == ComparedType.Boolean)
                continue;
            operators.Add($"{type}LessThan", new(type, order => order < 0));
            operators.Add($"{type}LessThanEquals", new(type, order => order <= 0));
            operators.Add($"{type}GreaterThan", new(type, order => order > 0));
            operators.Add($"{type}GreaterThanEquals", new(type, order => order >= 0));
        }

        return operators;
    }
}
