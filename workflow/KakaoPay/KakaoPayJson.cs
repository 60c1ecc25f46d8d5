using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(KoreanTimeJsonConverter)])]
[JsonSerializable(typeof(ReadyRequest))]
[JsonSerializable(typeof(ReadyResponse))]
[JsonSerializable(typeof(ApproveRequest))]
[JsonSerializable(typeof(ApproveResponse))]
[JsonSerializable(typeof(OrderRequest))]
[JsonSerializable(typeof(OrderResponse))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(CancelResponse))]
[JsonSerializable(typeof(KakaoPayErrorDocument))]
internal sealed partial class KakaoPayJson : JsonSerializerContext;
