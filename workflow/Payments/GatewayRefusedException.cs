namespace KakaoWorkflow.Payments;

/// <summary>The gateway answered that it does not do this. What that means, <see cref="Kind"/> says.</summary>
/// <param name="kind">What it means.</param>
/// <param name="message">What the gateway said, for people.</param>
public class GatewayRefusedException(RefusalKind kind, string message) : GatewayException(message)
{
    /// <summary>What it means.</summary>
    public RefusalKind Kind { get; } = kind;
}
