using System.Text.Json;
using System.Text.Json.Serialization;
using KakaoWorkflow.Board;

namespace KakaoWorkflow.Lambdas.Queues;

/// <summary>The JSON of the messages on <c>order-events</c>, which the state machine writes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(OrderEventMessage))]
internal sealed partial class QueueJson : JsonSerializerContext;
