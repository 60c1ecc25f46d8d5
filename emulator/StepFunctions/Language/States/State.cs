using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>A state.</summary>
/// <param name="Name">Unique in the whole definition, 1 to 80 characters.</param>
internal abstract record State(string Name)
{
    /// <summary>The value of <c>Type</c>, such as <c>Task</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The author's remark, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How data goes through it.</summary>
    public DataFlow Data { get; init; } = new();

    /// <summary>Every state that may follow in the same branch, by any way; perhaps with repetitions.</summary>
    public virtual IEnumerable<string> Targets => [];

    /// <summary>The branches inside: those of a Parallel state, the item processor of a Map state.</summary>
    public virtual IReadOnlyList<Branch> InnerBranches => [];
}
