using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Quoting;

/// <summary>Makes the order sheet that a customer sees before paying. Nothing is held yet: the quote checks everything anew.</summary>
public sealed class IssueOrderSheet(OrderSheets sheets, OrderIds ids, MenuBoard menu, PricingRules rules, TimeProvider time)
{
    private const int MaxAttempts = 3;

    /// <summary>Prices and stores a sheet.</summary>
    /// <param name="account">Whose order.</param>
    /// <param name="itemId">What is ordered.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="points">The points to spend; null for a plain order. All of them means as many as the order can take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IssuedOrderSheet> RunAsync(
        Account account, string itemId, int quantity, PointsAsked? points, CancellationToken cancellationToken = default)
    {
        var items = await menu.ItemsAsync(cancellationToken);
        var plain = PriceCalculator.Calculate([(itemId, quantity)], items, 0, rules);
        var pointsUsed = PointsToUse(points, account, plain.Price?.TotalWon ?? 0);
        if (pointsUsed > account.AvailablePoints)
            return new IssuedOrderSheet(null, null, Rejection.InsufficientPoints);

        var result = pointsUsed == 0 ? plain : PriceCalculator.Calculate([(itemId, quantity)], items, pointsUsed, rules);
        if (result.Price is not { } price)
            return new IssuedOrderSheet(null, null, result.RejectionCode);

        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var sheet = new OrderSheet(
                ids.Next(), account.MemberId, account.CustomerId, account.PhoneLast4,
                price.Lines, price.PointsUsed, price.AmountDueWon, now, now + rules.SheetLifetime);
            if (await sheets.AddAsync(sheet, cancellationToken))
                return new IssuedOrderSheet(sheet, price, null);
            if (attempt == MaxAttempts)
                throw new InvalidOperationException($"{MaxAttempts} order numbers in a row are taken.");
        }
    }

    private long PointsToUse(PointsAsked? points, Account account, long totalWon) => points switch
    {
        null => 0,
        { IsAll: true } => MostPoints(account.AvailablePoints, totalWon),
        { Amount: var amount } => amount ?? 0,
    };

    /// <summary>A rest that is too small for KakaoPay is made large enough, by spending fewer points.</summary>
    private long MostPoints(long availablePoints, long totalWon)
    {
        var points = Math.Min(availablePoints, totalWon);
        var restWon = totalWon - points;
        return restWon > 0 && restWon < rules.MinPaymentWon ? Math.Max(0, totalWon - rules.MinPaymentWon) : points;
    }
}
