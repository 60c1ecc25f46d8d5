using KakaoWorkflow.Emulator.StepFunctions.Histories;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>The branches of a Parallel state, or the iterations of a Map state, that is under way.</summary>
/// <param name="details">How many there are, how many may run at once, and what they get.</param>
internal sealed class FanOut(EventDetails.FanOut details)
{
    private readonly Payload?[] _results = new Payload?[details.Length];

    /// <summary>How many there are, how many may run at once, and what they get.</summary>
    public EventDetails.FanOut Details { get; } = details;

    /// <summary>The lines that were started, in order of their index; those that have ended stay, without a state.</summary>
    public List<Strand> Strands { get; } = [];

    /// <summary>The outputs so far, by index; null where a line has not ended.</summary>
    public IReadOnlyList<Payload?> Results => _results;

    /// <summary>How many lines have ended with an output.</summary>
    public int Ended { get; private set; }

    /// <summary>Whether all lines have ended with an output.</summary>
    public bool IsComplete => Ended == Details.Length;

    /// <summary>Whether another line may start now.</summary>
    public bool MayStart =>
        Strands.Count < Details.Length && (Details.MaxConcurrency == 0 || Strands.Count - Ended < Details.MaxConcurrency);

    internal void End(int index, Payload output)
    {
        _results[index] = output;
        Ended++;
    }
}
