using System.Collections.Concurrent;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions;

/// <summary>A service whose answers are a test's delegate.</summary>
internal sealed class TestService : IServiceIntegration
{
    public Func<string, JsonObject, JsonObject> Answer { get; set; } = (_, _) => [];

    public ConcurrentQueue<(string Operation, JsonObject Request)> Calls { get; } = new();

    public Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        Calls.Enqueue((operation, request));
        return Task.FromResult(Answer(operation, request));
    }
}
