namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>All that a function takes from the outside, so that several may run in one process, each with its own.</summary>
/// <param name="GetVariable">Reads an environment variable; null where it is not set.</param>
/// <param name="Time">The clock.</param>
/// <param name="FillRandom">Fills a span with random bytes, which nobody can guess; safe to call from several threads.</param>
/// <param name="HttpMessageHandlers">
/// What carries the calls to a service (<c>dynamodb</c>, <c>sqs</c>, <c>states</c>, <c>kakaopay</c>); null for plain HTTP.
/// </param>
/// <param name="Gateway">Who collects the customers' money; null for KakaoPay.</param>
public sealed record FunctionEnvironment(
    Func<string, string?> GetVariable,
    TimeProvider Time,
    Action<Span<byte>> FillRandom,
    Func<string, HttpMessageHandler>? HttpMessageHandlers = null,
    PaymentGatewayFactory? Gateway = null)
{
    /// <summary>A variable that must be set.</summary>
    /// <exception cref="MissingVariableException">It is not set, or empty.</exception>
    public string Required(string name) =>
        GetVariable(name) is { Length: > 0 } value ? value : throw new MissingVariableException(name);

    /// <summary>A variable that must be a whole number in a range; the default where it is not set.</summary>
    /// <exception cref="MissingVariableException">It is something else.</exception>
    public int Number(string name, int defaultValue, int min = int.MinValue, int max = int.MaxValue) => GetVariable(name) switch
    {
        null or "" => defaultValue,
        var text when int.TryParse(text, out var number) && number >= min && number <= max => number,
        _ => throw new MissingVariableException(name),
    };
}
