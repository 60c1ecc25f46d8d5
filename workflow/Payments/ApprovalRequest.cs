using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Payments;

/// <summary>The money to take.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="OrderId">As it was prepared.</param>
/// <param name="MemberId">As it was prepared.</param>
/// <param name="PgToken">What the approval redirect carried.</param>
/// <param name="AmountWon">What is to be taken, in won; the gateway refuses another amount than the prepared one.</param>
public sealed record ApprovalRequest(PaymentReference Payment, OrderId OrderId, string MemberId, PgToken PgToken, long AmountWon);
