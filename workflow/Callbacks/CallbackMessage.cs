using System.Text.Json.Serialization;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Callbacks;

/// <summary>A message on the <c>payment-callbacks</c> queue: it says where to look and carries no token.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Kind">One of <see cref="CallbackKind"/>.</param>
/// <param name="Looks">How often KakaoPay was asked about a cancel or fail redirect before; left out on the wire while it is 0.</param>
public sealed record CallbackMessage(
    OrderId OrderId, string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Looks = 0);
