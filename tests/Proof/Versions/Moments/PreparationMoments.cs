namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>Before the customer can pay.</summary>
internal static class PreparationMoments
{
    private static readonly IReadOnlyList<MomentEnd> Pays = [new("pays", OrderStatus.Paid) { Act = patron => patron.PayAsync() }];

    public static IReadOnlyList<Moment> List { get; } =
    [
        new("sheet-issued", patron => patron.AskForSheetAsync(1, "1,000"))
        {
            Ends =
            [
                new("taps pay and pays", OrderStatus.Paid)
                {
                    Act = async patron =>
                    {
                        await patron.TapPayAsync();
                        await patron.PayAsync();
                    },
                },
            ],
        },

        new("quote-repeated", async patron =>
        {
            await patron.AskForSheetAsync(1, "1,000");
            await patron.TapPayAsync();
        }) { Faults = [.. Faulty.Table("Quote")], Ends = Pays },

        new("reserve-repeated", async patron =>
        {
            await patron.AskForSheetAsync(1, "1,000");
            await patron.TapPayAsync();
        }) { Faults = [.. Faulty.Table("ReservePoints")], Ends = Pays },

        new("prepare-repeated", async patron =>
        {
            await patron.AskForSheetAsync(1, "1,000");
            await patron.TapPayAsync();
            await patron.UntilStruckAsync(1);
        }) { Faults = [.. Faulty.KakaoPay("PreparePayment", "ready", 1)], Ends = Pays },

        // Points pay for everything, so there is no payment and no approval.
        new("points-only-not-committed", async patron =>
        {
            await patron.AskForSheetAsync(1, "전부");
            await patron.TapPayAsync();
            await patron.UntilStruckAsync(1);
        }) { Points = 5_000, Faults = [.. Faulty.Table("CommitOrder", "TransactWriteItems", 1)], Ends = [new("waits", OrderStatus.Paid)] },
    ];
}
