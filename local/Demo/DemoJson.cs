using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Local.Demo;

/// <summary>The JSON that the demo writes.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DemoJson : JsonSerializerContext;
