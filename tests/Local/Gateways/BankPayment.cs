namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>A payment at <see cref="OtherBank"/>: OPEN, AGREED, DONE, QUIT or REFUSED.</summary>
internal sealed record BankPayment(string Number, string OrderId, long AmountWon, Uri AgreedUrl, Uri QuitUrl)
{
    /// <summary>What the browser brings back once the customer has agreed.</summary>
    public string Code { get; } = Guid.NewGuid().ToString("N");

    public string State { get; set; } = "OPEN";

    public long DebitedWon { get; set; }

    public long CreditedWon { get; set; }
}
