using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Api;

internal sealed record CancelCall(
    string Tid, long TotalWon, long TaxFreeWon, long? VatWon, long? AvailableWon, string? Payload)
{
    /// <exception cref="InvalidFieldException">A field is missing or malformed.</exception>
    /// <exception cref="RefusalException">The amounts do not add up.</exception>
    public static CancelCall Read(JsonFields fields)
    {
        var call = new CancelCall(
            fields.Text("tid", WireLimits.Tid),
            fields.Integer("cancel_amount", 1, WireLimits.AmountWon),
            fields.Integer("cancel_tax_free_amount", 0, WireLimits.AmountWon),
            fields.OptionalInteger("cancel_vat_amount", 0, WireLimits.AmountWon),
            fields.OptionalInteger("cancel_available_amount", 0, WireLimits.AmountWon),
            fields.OptionalText("payload", WireLimits.Payload));
        fields.RefuseOthers();
        return call.TaxFreeWon + (call.VatWon ?? 0) <= call.TotalWon
            ? call
            : throw new RefusalException(WireError.BadAmount, "cancel_amount is less than its parts.");
    }
}
