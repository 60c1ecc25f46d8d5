namespace KakaoWorkflow.Attention;

/// <summary>The attributes of a matter that waits for a person, read as the members of <see cref="AttentionRecord"/>.</summary>
internal static class AttentionAttributes
{
    public const string Kind = "attentionKind";
    public const string Subject = "subject";
    public const string OrderId = "attentionOrderId";
    public const string Detail = "detail";
    public const string Since = "since";
    public const string LastLookAt = "lastLookAt";
}
