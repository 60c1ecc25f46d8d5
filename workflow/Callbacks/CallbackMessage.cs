namespace KakaoWorkflow.Callbacks;

/// <summary>A message on the <c>payment-callbacks</c> queue: it says where to look and carries no token.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Kind">One of <see cref="CallbackKind"/>.</param>
public sealed record CallbackMessage(string OrderId, string Kind);
