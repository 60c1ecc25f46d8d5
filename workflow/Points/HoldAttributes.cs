
namespace KakaoWorkflow.Points;

/// <summary>The attributes of a hold.</summary>
internal static class HoldAttributes
{
    public const string OrderId = "orderId";
    public const string State = "state";
    public const string StateSince = "stateSince";
    public const string Points = "points";
}
