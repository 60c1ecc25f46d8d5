namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>What KakaoPay answers to one call.</summary>
/// <param name="Status">The HTTP status; 0 when the connection breaks instead.</param>
/// <param name="ContentType">The content type, or null for none.</param>
/// <param name="Body">The body.</param>
internal sealed record KakaoPayReply(int Status, string? ContentType, byte[] Body);
