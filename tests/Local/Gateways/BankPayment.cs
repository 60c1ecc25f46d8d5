namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>A payment at <see cref="OtherBank"/>: OPEN, AGREED, DONE, QUIT or REFUSED. The browser brings its code once the customer has agreed.</summary>
internal sealed record BankPayment(string Number, string Code, string OrderId, long AmountWon, Uri AgreedUrl, Uri QuitUrl)
{
    public string State { get; set; } = "OPEN";

    public long DebitedWon { get; set; }

    public long CreditedWon { get; set; }
}
