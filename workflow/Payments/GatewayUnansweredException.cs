namespace KakaoWorkflow.Payments;

/// <summary>
/// Nothing is known: the call timed out, the connection failed, or the answer is none that the gateway documents. What the call asked
/// for may have happened, or may still happen; only an inquiry can tell.
/// </summary>
/// <param name="message">What happened, for people.</param>
/// <param name="inner">What it comes from, or null.</param>
public class GatewayUnansweredException(string message, Exception? inner = null) : GatewayException(message, inner);
