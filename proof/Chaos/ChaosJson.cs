using System.Text.Json.Serialization;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Schedules as files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ChaosSchedule))]
[JsonSerializable(typeof(Local.KakaoPay.Faults.FaultKind), TypeInfoPropertyName = "KakaoPayFaultKind")]
internal sealed partial class ChaosJson : JsonSerializerContext;
