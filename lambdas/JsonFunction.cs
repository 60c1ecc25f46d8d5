using System.Text.Json;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Lambdas;

/// <summary>Wraps a typed function: reads its event, calls it, writes its result.</summary>
internal static class JsonFunction
{
    private static readonly LambdaSerializer Serializer = new();

    public static FunctionHandler Of<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> function) =>
        async (input, context) =>
        {
            var value = Serializer.Deserialize<TInput>(input) ?? throw new JsonException("The event is null.");
            (value as ICheckedInput)?.Check();
            var result = await function(value, context);
            var output = new MemoryStream();
            Serializer.Serialize(result, output);
            output.Position = 0;
            return output;
        };
}
