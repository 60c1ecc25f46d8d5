using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace KakaoWorkflow.Lambdas.Entry;

/// <summary>The source-generated serializer, with the options that <see cref="LambdaJson"/> declares (the base class would ignore them).</summary>
internal sealed class LambdaSerializer : SourceGeneratorLambdaJsonSerializer<LambdaJson>
{
    protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new(LambdaJson.Default.Options);
}
