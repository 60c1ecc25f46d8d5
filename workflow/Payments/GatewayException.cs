namespace KakaoWorkflow.Payments;

/// <summary>A call of the gateway that did not succeed. Its text holds no key and no <see cref="PgToken"/>.</summary>
/// <param name="message">What happened, for people.</param>
/// <param name="inner">What it comes from; null where the gateway itself said so.</param>
public abstract class GatewayException(string message, Exception? inner = null) : Exception(message, inner);
