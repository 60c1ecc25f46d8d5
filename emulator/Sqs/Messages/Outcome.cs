using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What became of one entry of a batch: a result or an error, never both.</summary>
/// <param name="Result">Null when it failed.</param>
/// <param name="Error">Null when it succeeded.</param>
/// <typeparam name="T">The result of a success.</typeparam>
internal sealed record Outcome<T>(T? Result, AwsJsonException? Error)
    where T : class
{
    /// <summary>The result.</summary>
    /// <exception cref="AwsJsonException">It failed.</exception>
    public T OrThrow() => Result ?? throw Error!;
}
