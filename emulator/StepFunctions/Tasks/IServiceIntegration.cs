using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>An AWS service that speaks AWS JSON, as Step Functions calls it: Amazon SQS, Amazon DynamoDB.</summary>
internal interface IServiceIntegration
{
    /// <summary>Calls one operation.</summary>
    /// <param name="operation">In Pascal case, for example <c>SendMessage</c>.</param>
    /// <param name="request">The body; it is not changed.</param>
    /// <param name="cancellationToken">Stops waiting; the call may still take effect.</param>
    /// <returns>The answer's body; the caller may change it.</returns>
    /// <exception cref="AwsJsonException">The service refused the call or failed.</exception>
    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken);
}
