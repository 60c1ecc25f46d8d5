using System.Text.Json.Serialization;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>How the simulator's own documents look: on disk, and in its <c>/simulator</c> API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(PaymentPage))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
