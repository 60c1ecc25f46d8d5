using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>Identifiers in the shapes that KakaoPay's have.</summary>
internal sealed class PaymentIds(IRandomSource random)
{
    /// <summary>A transaction's: <c>T</c> and 19 hexadecimal digits.</summary>
    public string NewTid() => "T" + Hex(19);

    /// <summary>A movement's: <c>A</c> and 19 hexadecimal digits.</summary>
    public string NewAid() => "A" + Hex(19);

    /// <summary>20 hexadecimal digits.</summary>
    public Credential NewPgToken() => new(Hex(20));

    /// <summary>64 hexadecimal digits, which nobody guesses.</summary>
    public string NewPageKey() => Hex(64);

    private string Hex(int digits)
    {
        var bytes = new byte[(digits + 1) / 2];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes)[..digits];
    }
}
