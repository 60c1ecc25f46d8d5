using System.Text.Json;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Wraps a typed function: reads its event, calls it, writes its result.</summary>
internal static class JsonFunction
{
    /// <param name="services">Reads and writes JSON, and knows how long the call lasts.</param>
    /// <param name="function">Takes the event, the invocation, and a token that is cancelled once the call's time is over.</param>
    public static FunctionHandler Of<TInput, TOutput>(
        FunctionServices services, Func<TInput, ILambdaContext, CancellationToken, Task<TOutput>> function) =>
        async (input, context) =>
        {
            var value = services.Json.Deserialize<TInput>(input) ?? throw new JsonException("The event is null.");
            (value as ICheckedInput)?.Check();
            var result = await function(value, context, services.Deadline.Token);
            var output = new MemoryStream();
            services.Json.Serialize(result, output);
            output.Position = 0;
            return output;
        };
}
