using KakaoWorkflow.Invariants;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>What must be so after any run: to the last won and the last point, by three accounts of it.</summary>
internal sealed class RefundCheck(TestCafe cafe, RefundShape shape)
{
    private readonly KakaoPayClient _kakaoPay = new(
        new HttpClient(cafe.KakaoPayWire),
        new KakaoPayOptions
        {
            BaseUrl = new Uri(TestSettings.NoAddress),
            Cid = KakaoPayOptions.TestCid,
            SecretKey = new KakaoPaySecret(TestSettings.KakaoPayKey),
        },
        cafe.Time);

    /// <summary>Checks an order and its member, who has nothing else.</summary>
    /// <param name="paid">The order.</param>
    /// <param name="expected">How many of each line must have been refunded.</param>
    public async Task<IReadOnlyList<string>> RunAsync(TestOrder paid, IReadOnlyList<long> expected)
    {
        var snapshot = await cafe.Books.ReadAsync();
        var problems = InvariantChecker.Check(snapshot).Select(violation => violation.ToString()).ToList();
        var order = snapshot.Orders[paid.OrderId];
        var isAll = expected.SequenceEqual(order.Lines.Select(line => (long)line.Quantity));
        Same("status", order.Status, isAll ? OrderStatus.Refunded : OrderStatus.Paid);
        Same("open refund", order.OpenRefund, null);
        Same("mark", order.OpenStatus, order.AwaitsBoard ? OpenMark.Unannounced : null);
        Same("quantities", string.Join(',', order.RefundedQuantities), string.Join(',', expected));

        var worthWon = order.Lines.Select((line, index) => line.UnitPriceWon * expected[index]).Sum();
        Same("won and points back", order.RefundedWon + order.RefundedPoints, worthWon);
        var keptWon = order.Tid is null ? 0 : await cafe.Books.KeptWonAsync(paid);
        Same("won kept by KakaoPay", keptWon, order.AmountDueWon - order.RefundedWon);
        if (isAll)
        {
            Same("points back", order.RefundedPoints, order.PointsUsed);
            Same("points taken back", order.TakenBackPoints, order.EarnedPoints ?? 0);
        }

        var refunds = snapshot.RefundsOf(paid.OrderId).ToList();
        Same("refunds", refunds.Count, order.RefundCount);
        Same("unsettled refunds", refunds.Count(refund => refund.State != RefundState.Settled), 0);
        if (order.Tid is { } tid)
        {
            var known = await _kakaoPay.OrderAsync(tid, TestContext.Current.CancellationToken);
            Same("cancels", known.Actions?.Count(action => action.Type == "CANCEL"), refunds.Count(refund => refund.Parts.CashWon > 0));
        }

        var account = snapshot.Accounts[order.MemberId];
        var accountSum = account.AvailablePoints + account.HeldPoints - account.DebtPoints;
        var ledgerSum = snapshot.Ledger.Sum(line => line.AvailableDelta + line.HeldDelta - line.DebtDelta);
        var ordersSum = shape.GrantedPoints + snapshot.Orders.Values.Sum(each =>
            (each.EarnedPoints ?? 0) - each.TakenBackPoints - each.PointsUsed + each.RefundedPoints);
        Same("points by the account", accountSum, ordersSum);
        Same("points by the ledger", ledgerSum, ordersSum);
        return problems;

        void Same<T>(string what, T found, T wanted)
        {
            if (!EqualityComparer<T>.Default.Equals(found, wanted))
                problems.Add($"{what}: {found}, not {wanted}");
        }
    }
}
