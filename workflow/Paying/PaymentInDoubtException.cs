using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>
/// It is not known whether money was captured, or whether it went back. The state machine, or the reconciler, asks KakaoPay again; points
/// that are held stay held.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentInDoubtException(OrderId orderId, string detail) : Exception($"The payment is in doubt for order {orderId}: {detail}");
