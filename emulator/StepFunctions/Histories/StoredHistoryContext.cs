using System.Text.Json.Serialization;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>Serializers for stored events, made at compile time.</summary>
[JsonSerializable(typeof(IReadOnlyList<HistoryEvent>))]
internal sealed partial class StoredHistoryContext : JsonSerializerContext;
