using KakaoWorkflow.Local.KakaoPay.Wire;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay.Api;

internal sealed record ApproveCall(
    string Tid, string OrderId, string UserId, Credential PgToken, long? TotalWon, string? Payload)
{
    /// <exception cref="InvalidFieldException">A field is missing or malformed.</exception>
    public static ApproveCall Read(JsonFields fields)
    {
        var call = new ApproveCall(
            fields.Text("tid", WireLimits.Tid),
            fields.Text("partner_order_id", WireLimits.Text),
            fields.Text("partner_user_id", WireLimits.Text),
            Token(fields),
            fields.OptionalInteger("total_amount", 0, WireLimits.AmountWon),
            fields.OptionalText("payload", WireLimits.Payload));
        fields.RefuseOthers();
        return call;
    }

    private static Credential Token(JsonFields fields)
    {
        var text = fields.Text("pg_token", WireLimits.PgToken);
        return text.All(character => character is > ' ' and <= '~')
            ? new Credential(text)
            : throw new InvalidFieldException("pg_token", "is not a token");
    }
}
