using KakaoWorkflow.Local.KakaoPay.Faults;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>One order of a customer, from the order sheet on.</summary>
/// <param name="AfterSeconds">When it begins, from the beginning of the round. Errands of one customer may overlap: two devices, one member.</param>
/// <param name="Menu">What is ordered.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Points">The points to spend, as the customer types them; null for none.</param>
/// <param name="Conduct">What the customer does.</param>
/// <param name="ThinkSeconds">How long the customer takes for each next thing.</param>
internal sealed record Errand(int AfterSeconds, string Menu, int Quantity, string? Points, Conduct Conduct, int ThinkSeconds)
{
    /// <summary>What goes wrong at KakaoPay; null for nothing.</summary>
    public Local.KakaoPay.Faults.FaultKind? BadDay { get; init; }

    /// <summary>Where it goes wrong.</summary>
    public FaultOperation BadDayAt { get; init; } = FaultOperation.Approve;

    /// <summary>What the café does once it is paid.</summary>
    public CafeMove Cafe { get; init; }
}
