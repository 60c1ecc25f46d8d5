using System.Security.Cryptography;
using System.Text.Json;
using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>
/// All that is decided before a round is played. Faults are named by the customer, the function, the service and the operation
/// that they strike, so the same schedule strikes the same calls again, whatever the order in which threads come to them.
/// </summary>
/// <param name="Customers">The customers.</param>
internal sealed record ChaosSchedule(IReadOnlyList<CustomerPlan> Customers)
{
    /// <summary>Decides which calls are struck; null when <see cref="Faults"/> says so one by one.</summary>
    public FaultLaw? Law { get; init; }

    /// <summary>The faults one by one; empty while the law decides.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How many orders it has.</summary>
    public int Orders => Customers.Sum(customer => customer.Errands.Count);

    /// <summary>What goes wrong with a call; null for nothing.</summary>
    public FaultKind? Strike(CallName call) => Law is { } law ? law.Of(call) : Faults.FirstOrDefault(fault => fault.Call == call)?.Kind;

    /// <summary>The schedule as JSON, which <see cref="Parse"/> takes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ChaosJson.Default.ChaosSchedule);

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="JsonException">It is none; the message names the field.</exception>
    public static ChaosSchedule Parse(string json) => JsonSerializer.Deserialize(json, ChaosJson.Default.ChaosSchedule)
        ?? throw new JsonException("A schedule is not null.");

    /// <summary>Short for everything in it: equal for equal schedules.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ToJson())).AsSpan(0, 8));
}
