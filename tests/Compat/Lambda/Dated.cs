namespace KakaoWorkflow.Tests.Compat.Lambda;

internal sealed class Dated
{
    public DateTime At { get; set; }

    public byte[]? Bytes { get; set; }
}
