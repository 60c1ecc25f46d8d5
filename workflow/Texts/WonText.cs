namespace KakaoWorkflow.Texts;

/// <summary>Amounts of money as customers read them.</summary>
public static class WonText
{
    /// <summary><c>24000</c> becomes <c>24,000원</c>.</summary>
    public static string Format(long won) => $"{won:N0}원";
}
