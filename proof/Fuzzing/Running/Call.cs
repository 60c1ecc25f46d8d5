using System.Collections.Frozen;

namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>A call that a function made while it handled an input.</summary>
/// <param name="Service">The service: <c>dynamodb</c>, <c>sqs</c>, <c>states</c>, <c>kakaopay</c>.</param>
/// <param name="Operation">The operation, as the service names it.</param>
/// <param name="Body">What was sent.</param>
internal sealed record Call(string Service, string Operation, string Body)
{
    private static readonly FrozenSet<string> Reads = FrozenSet.Create(
        StringComparer.Ordinal,
        "dynamodb.GetItem", "dynamodb.BatchGetItem", "dynamodb.Query", "dynamodb.Scan", "dynamodb.TransactGetItems",
        "states.DescribeExecution", "kakaopay.order", "kakaopay.ready");

    /// <summary>What KakaoPay answered; null for the other services, and where nothing was answered.</summary>
    public KakaoPayReply? Reply { get; set; }

    /// <summary>Whether it changes something. KakaoPay's <c>ready</c> does not: an unpaid transaction that nobody knows lapses.</summary>
    public bool Writes => !Reads.Contains(Name);

    /// <summary>Service and operation.</summary>
    public string Name => $"{Service}.{Operation}";
}
