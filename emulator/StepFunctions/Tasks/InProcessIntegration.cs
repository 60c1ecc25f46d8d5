using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Calls a service of this process.</summary>
internal sealed class InProcessIntegration(IAwsJsonService service) : IServiceIntegration
{
    /// <inheritdoc />
    public async Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        var answer = await service.InvokeAsync(operation, request.DeepClone().AsObject(), cancellationToken);
        return answer.DeepClone().AsObject();
    }
}
