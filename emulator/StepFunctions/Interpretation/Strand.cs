using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>One line of states that run one after the other: the machine itself, a branch of a Parallel state, or an iteration of a Map state.</summary>
internal sealed class Strand
{
    internal Strand(int id, Strand? parent, int index, Branch branch, VariableScope variables, long lastEventId)
    {
        Id = id;
        Parent = parent;
        Index = index;
        Branch = branch;
        Variables = variables;
        LastEventId = lastEventId;
    }

    /// <summary>0 for the machine itself; others are numbered as they start.</summary>
    public int Id { get; }

    /// <summary>The line whose Parallel or Map state this one belongs to; null for the machine itself.</summary>
    public Strand? Parent { get; }

    /// <summary>Which branch or iteration it is, from 0.</summary>
    public int Index { get; }

    /// <summary>Its states.</summary>
    public Branch Branch { get; }

    /// <summary>Its variables.</summary>
    public VariableScope Variables { get; internal set; }

    /// <summary>The event that its next one follows.</summary>
    public long LastEventId { get; internal set; }

    /// <summary>The state that it is in; null before the first, between two, and after the last.</summary>
    public Activity? Activity { get; internal set; }

    /// <summary>The state that it enters next; null in a state and after the last.</summary>
    public string? NextState { get; internal set; }

    /// <summary>The input of <see cref="NextState"/>; after the last state, the line's output.</summary>
    public Payload? NextInput { get; internal set; }
}
