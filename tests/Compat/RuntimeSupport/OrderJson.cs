using System.Text.Json.Serialization;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

[JsonSerializable(typeof(Order))]
internal sealed partial class OrderJson : JsonSerializerContext;
