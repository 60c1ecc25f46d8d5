using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>What people do after a moment, and what must come of it.</summary>
/// <param name="Name">What they do.</param>
/// <param name="Status">The order's status at the end.</param>
internal sealed record MomentEnd(string Name, string Status)
{
    /// <summary>What they do; by default nothing.</summary>
    public Func<Patron, Task> Act { get; init; } = _ => Task.CompletedTask;

    /// <summary>What else must be so of the order at the end.</summary>
    public Action<Order> Check { get; init; } = _ => { };
}
