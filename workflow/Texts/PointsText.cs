namespace KakaoWorkflow.Texts;

/// <summary>Amounts of points as customers read them.</summary>
public static class PointsText
{
    /// <summary><c>1200</c> becomes <c>1,200P</c>.</summary>
    public static string Format(long points) => $"{points:N0}P";
}
