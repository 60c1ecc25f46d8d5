using System.Text.Json.Nodes;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>An amount and its parts, in won.</summary>
internal sealed record AmountParts(long TotalWon, long TaxFreeWon, long VatWon, long GreenDepositWon = 0)
{
    public static readonly AmountParts Zero = new(0, 0, 0);

    public long TaxedWon => TotalWon - TaxFreeWon;

    public static AmountParts operator +(AmountParts left, AmountParts right) => new(
        left.TotalWon + right.TotalWon,
        left.TaxFreeWon + right.TaxFreeWon,
        left.VatWon + right.VatWon,
        left.GreenDepositWon + right.GreenDepositWon);

    public static AmountParts operator -(AmountParts left, AmountParts right) => new(
        left.TotalWon - right.TotalWon,
        left.TaxFreeWon - right.TaxFreeWon,
        left.VatWon - right.VatWon,
        left.GreenDepositWon - right.GreenDepositWon);

    /// <summary>
    /// The VAT that KakaoPay takes where a request says none: an eleventh of the taxed part, rounded half up. No whole number
    /// of won lies halfway.
    /// </summary>
    public static long DefaultVatWon(long totalWon, long taxFreeWon) => (totalWon - taxFreeWon + 5) / 11;

    public JsonObject ToJson() => new()
    {
        ["total"] = TotalWon,
        ["tax_free"] = TaxFreeWon,
        ["vat"] = VatWon,
        ["point"] = 0,
        ["discount"] = 0,
        ["green_deposit"] = GreenDepositWon,
    };
}
