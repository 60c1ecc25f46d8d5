using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>One service of the AWS endpoint that speaks AWS JSON 1.0.</summary>
internal interface IAwsJsonService
{
    /// <summary>What <c>X-Amz-Target</c> starts with, without the dot: <c>AWSStepFunctions</c>, <c>AmazonSQS</c>.</summary>
    string TargetPrefix { get; }

    /// <summary>Carries out one operation.</summary>
    /// <param name="operation">The part of <c>X-Amz-Target</c> after the dot, for example <c>StartExecution</c>.</param>
    /// <param name="request">The body; an empty body arrives as an empty object.</param>
    /// <param name="cancellationToken">Signalled when the caller has gone.</param>
    /// <returns>The answer's body; an empty object for operations that answer nothing.</returns>
    /// <exception cref="AwsJsonException">The error to answer. Any other exception is answered as a 500 <c>InternalFailure</c>.</exception>
    Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken);
}
