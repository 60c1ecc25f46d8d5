using System.Text.Json;
using KakaoWorkflow.Local.KakaoPay.Payments;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Api;

internal sealed record ReadyCall(
    string OrderId,
    string UserId,
    string ItemName,
    string? ItemCode,
    long Quantity,
    AmountParts Amount,
    string ApprovalUrl,
    string CancelUrl,
    string FailUrl,
    string? Method,
    long? InstallMonths)
{
    /// <exception cref="InvalidFieldException">A field is missing or malformed.</exception>
    /// <exception cref="RefusalException">The amounts do not add up, or the method is none that there is.</exception>
    public static ReadyCall Read(JsonFields fields, long maxPaymentWon)
    {
        var call = new ReadyCall(
            fields.Text("partner_order_id", WireLimits.Text),
            fields.Text("partner_user_id", WireLimits.Text),
            fields.Text("item_name", WireLimits.Text),
            fields.OptionalText("item_code", WireLimits.Text),
            fields.Integer("quantity", 1, int.MaxValue),
            ReadAmount(fields, maxPaymentWon),
            Url(fields, "approval_url"),
            Url(fields, "cancel_url"),
            Url(fields, "fail_url"),
            fields.OptionalText("payment_method_type", WireLimits.Text),
            fields.OptionalInteger("install_month", 0, WireLimits.InstallMonths));
        fields.Ignore("available_cards", JsonValueKind.Array);
        fields.Ignore("use_share_installment", JsonValueKind.String);
        fields.Ignore("custom_json", JsonValueKind.Object);
        fields.RefuseOthers();
        return call.Method is null or "CARD" or "MONEY"
            ? call
            : throw new RefusalException(
                WireError.UnsupportedMethod, "payment_method_type must be CARD or MONEY.");
    }

    private static AmountParts ReadAmount(JsonFields fields, long maxPaymentWon)
    {
        var total = fields.Integer("total_amount", 0, WireLimits.AmountWon);
        var taxFree = fields.Integer("tax_free_amount", 0, WireLimits.AmountWon);
        var vat = fields.OptionalInteger("vat_amount", 0, WireLimits.AmountWon);
        var green = fields.OptionalInteger("green_deposit", 0, WireLimits.AmountWon) ?? 0;
        if (total == 0 || taxFree > total || vat > total - taxFree || green > total)
            throw new RefusalException(WireError.BadTotalAmount, "total_amount is 0 or less than its parts.");
        if (total > maxPaymentWon)
            throw new RefusalException(
                WireError.AboveLimit, $"total_amount is above the limit of {maxPaymentWon} won.");
        return new AmountParts(total, taxFree, vat ?? AmountParts.DefaultVatWon(total, taxFree), green);
    }

    private static string Url(JsonFields fields, string name)
    {
        var text = fields.Text(name, WireLimits.Url);
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? text
            : throw new InvalidFieldException(name, "must be an absolute HTTP address");
    }
}
