namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>One entry of an execution's history.</summary>
/// <param name="Id">From 1, without gaps; 0 for the kinds that the API does not show.</param>
/// <param name="PreviousEventId">The event that this one follows in its branch; 0 at the beginning, and where AWS says 0.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Strand">The line of states that it belongs to: 0 is the machine itself, each branch and iteration gets the next number.</param>
/// <param name="Details">More about it; null for kinds that have nothing to add.</param>
internal sealed record HistoryEvent(
    long Id, long PreviousEventId, DateTimeOffset Time, HistoryEventType Type, int Strand, EventDetails? Details)
{
    /// <summary>Whether <c>GetExecutionHistory</c> shows it.</summary>
    public bool IsVisible => Id > 0;
}
