using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Callbacks;

/// <summary>The JSON of callback messages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CallbackMessage))]
public sealed partial class CallbackJson : JsonSerializerContext;
