using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Local.KakaoPay.Api;

internal sealed record ApproveCall(
    string Tid, string OrderId, string UserId, PgToken PgToken, long? TotalWon, string? Payload)
{
    /// <exception cref="InvalidFieldException">A field is missing or malformed.</exception>
    public static ApproveCall Read(JsonFields fields)
    {
        var call = new ApproveCall(
            fields.Text("tid", KakaoPayLimits.TidLength),
            fields.Text("partner_order_id", KakaoPayLimits.TextLength),
            fields.Text("partner_user_id", KakaoPayLimits.TextLength),
            Token(fields),
            fields.OptionalInteger("total_amount", 0, KakaoPayLimits.AmountWon),
            fields.OptionalText("payload", KakaoPayLimits.PayloadLength));
        fields.RefuseOthers();
        return call;
    }

    private static PgToken Token(JsonFields fields) =>
        PgToken.TryCreate(fields.Text("pg_token", PgToken.MaxLength), out var token)
            ? token
            : throw new InvalidFieldException("pg_token", "is not a token");
}
