using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Quoting;

/// <summary>A sheet with its price, or the reason why there is none.</summary>
/// <param name="Sheet">Null when refused.</param>
/// <param name="Price">Null when refused.</param>
/// <param name="RejectionCode">A code of <see cref="Rejection"/>; null when there is a sheet.</param>
public sealed record IssuedOrderSheet(OrderSheet? Sheet, Price? Price, string? RejectionCode);
