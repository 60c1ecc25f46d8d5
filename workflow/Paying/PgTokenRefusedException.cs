using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>KakaoPay refused the token that the order had and captured nothing; the customer may bring another. The state machine awaits it.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PgTokenRefusedException(OrderId orderId, string detail) : Exception($"The pg_token is refused for order {orderId}: {detail}");
