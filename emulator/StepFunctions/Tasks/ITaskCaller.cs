using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Calls what Task states name.</summary>
internal interface ITaskCaller
{
    /// <summary>Makes one call.</summary>
    /// <param name="resource">What to call.</param>
    /// <param name="parameters">The call's parameters; for a bare function ARN the function's event.</param>
    /// <param name="cancellationToken">Stops waiting; the call may still take effect.</param>
    /// <returns>The raw result.</returns>
    /// <exception cref="TaskFailedException">The call failed.</exception>
    Task<JsonNode?> CallAsync(TaskResource resource, JsonNode? parameters, CancellationToken cancellationToken);
}
