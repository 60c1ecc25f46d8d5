namespace KakaoWorkflow.Local.KakaoPay.Wire;

/// <summary>
/// How long KakaoPay's fields may be, in characters, and its numbers. The simulator reads the documents for itself and shares nothing with
/// the café's client, so that a mistake on one side shows.
/// </summary>
internal static class WireLimits
{
    /// <summary>Ids of the shop's, item names, and whatever has no length of its own.</summary>
    public const int Text = 100;

    /// <summary>A return address.</summary>
    public const int Url = 255;

    /// <summary>The shop's note on an approval or a cancel.</summary>
    public const int Payload = 200;

    /// <summary>A transaction id.</summary>
    public const int Tid = 20;

    /// <summary>A shop's code.</summary>
    public const int Cid = 10;

    /// <summary>A <c>pg_token</c>; KakaoPay documents no length.</summary>
    public const int PgToken = 100;

    /// <summary>Months of an instalment plan.</summary>
    public const int InstallMonths = 12;

    /// <summary>Won: amounts are 32-bit integers.</summary>
    public const long AmountWon = 2_147_483_647;

    /// <summary>Seconds in which a prepared payment can be made: a quarter of an hour.</summary>
    public const int PaymentSeconds = 900;
}
