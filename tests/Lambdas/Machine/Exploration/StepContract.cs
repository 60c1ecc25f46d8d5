using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>What a step's function reads and what it may answer, in the very JSON that the function speaks.</summary>
/// <param name="Read">Reads the payload as the function does.</param>
/// <param name="Answers">One answer of each kind that makes a difference to the workflow.</param>
internal sealed record StepContract(Func<JsonNode?, object> Read, Func<object, IEnumerable<JsonNode?>> Answers)
{
    public static StepContract Of<TInput>(JsonTypeInfo<TInput> input, Func<TInput, IEnumerable<JsonNode?>> answers)
        where TInput : class => new(
            payload => payload.Deserialize(input) ?? throw new JsonException("The payload is null."),
            read => answers((TInput)read));
}
