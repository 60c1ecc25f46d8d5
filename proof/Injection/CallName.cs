namespace KakaoWorkflow.Proof.Injection;

/// <summary>One call of a run.</summary>
/// <param name="Function">The function's handler.</param>
/// <param name="Service">The service: <c>dynamodb</c>, <c>sqs</c>, <c>states</c>, <c>kakaopay</c>.</param>
/// <param name="Operation">The operation, as the service names it.</param>
/// <param name="Ordinal">From 0: how many such calls the function has made before in the run, for this subject.</param>
internal sealed record CallName(string Function, string Service, string Operation, int Ordinal)
{
    /// <summary>Whom the call is about, where several customers are told apart; empty otherwise, or when it is about nobody.</summary>
    public string Subject { get; init; } = "";

    public override string ToString() => $"{(Subject.Length == 0 ? "" : Subject + ":")}{Function}/{Service}.{Operation}#{Ordinal}";
}
