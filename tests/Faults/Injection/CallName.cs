namespace KakaoWorkflow.Tests.Faults.Injection;

/// <summary>One call of a run.</summary>
/// <param name="Function">The function's handler.</param>
/// <param name="Service">The service: <c>dynamodb</c>, <c>sqs</c>, <c>states</c>, <c>kakaopay</c>.</param>
/// <param name="Operation">The operation, as the service names it.</param>
/// <param name="Ordinal">From 0: how many such calls the function has made before in the run.</param>
internal sealed record CallName(string Function, string Service, string Operation, int Ordinal)
{
    public override string ToString() => $"{Function}/{Service}.{Operation}#{Ordinal}";
}
