namespace KakaoWorkflow.Proof.Kills;

/// <summary>What is still under way.</summary>
/// <param name="Executions">How many executions run.</param>
/// <param name="Marked">How many orders the index of open orders shows.</param>
/// <param name="Messages">How many messages each queue holds, dead letters included; queues that are empty are left out.</param>
internal sealed record Remainder(int Executions, int Marked, IReadOnlyDictionary<string, int> Messages)
{
    /// <summary>Whether nothing is.</summary>
    public bool IsNothing => Executions == 0 && Marked == 0 && Messages.Count == 0;

    public override string ToString() =>
        $"{Executions} executions run, {Marked} orders are open, messages: {string.Join(", ", Messages.Select(queue => $"{queue.Key} {queue.Value}"))}";
}
