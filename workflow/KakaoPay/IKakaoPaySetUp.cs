namespace KakaoWorkflow.KakaoPay;

/// <summary>Hears whether KakaoPay takes what this café sends: its key, its shop's code, its address, its quota.</summary>
public interface IKakaoPaySetUp
{
    /// <summary>A call was refused for what the café is, whatever it asked for: see <see cref="RefusalKind.SetUp"/>.</summary>
    Task RefusedAsync(KakaoPayRefusedException refusal);

    /// <summary>A call was taken, be it with another refusal.</summary>
    Task TakenAsync();
}
