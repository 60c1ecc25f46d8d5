using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Emulator.DynamoDb;

/// <summary>What a state machine that names a table finds where none is deployed.</summary>
internal sealed class NoTables : IServiceIntegration
{
    /// <inheritdoc />
    public Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        throw new AwsJsonException("ResourceNotFoundException", "No table is deployed here, so no DynamoDB server runs.");
}
