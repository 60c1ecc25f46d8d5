using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Skills.Inputs;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skills <c>order-sheet</c> and <c>order-sheet-with-points</c>: show what an order costs, numbered and good for ten minutes.
/// Parameters: <c>menu</c>, <c>quantity</c> (or <c>sys_number</c>), <c>sys_phone_number</c> (optional), and <c>points</c>.
/// </summary>
internal static class OrderSheetFunction
{
    private const int MenuSuggestions = 5;

    public static FunctionHandler Create(FunctionServices services) => Create("OrderSheet", services, withPoints: false);

    public static FunctionHandler CreateWithPoints(FunctionServices services) =>
        Create("OrderSheetWithPoints", services, withPoints: true);

    private static FunctionHandler Create(string name, FunctionServices services, bool withPoints)
    {
        var (members, menu, rules) = (new KnownMember(services), services.Menu, services.Rules);
        var issue = new IssueOrderSheet(services.Sheets, services.OrderIds, menu, rules, services.Time);
        return SkillFunction.Of(name, services, async (call, cancellationToken) =>
        {
            var items = await menu.ItemsAsync(cancellationToken);
            var wanted = call.Param("menu")?.Trim();
            var item = items.FirstOrDefault(item => item.Name == wanted || item.ItemId == wanted);
            if (item is null || item.SoldOut)
                return Suggest(item is null ? Rejection.UnknownItem : Rejection.SoldOut, items, rules);
            if (!QuantityReader.Read(call.Param("quantity") ?? call.Param("sys_number")).TryGet(out var quantity, out var refusal))
                return SkillTexts.QuantityRefused(refusal.Value, rules.MaxQuantity);
            PointsAsked? points = null;
            if (withPoints)
            {
                if (!PointsReader.Read(call.Param("points")).TryGet(out var asked, out refusal))
                    return SkillTexts.PointsRefused(refusal.Value);
                points = asked;
            }

            var (account, stranger) = await members.FindAsync(call, cancellationToken);
            if (account is null)
                return stranger!;
            var issued = await issue.RunAsync(account, item.ItemId, quantity, points, cancellationToken);
            return issued is { Sheet: { } sheet, Price: { } price }
                ? Show(sheet.OrderId, price, account, rules)
                : SkillTexts.WithOrder(Refusal(issued.RejectionCode, account.AvailablePoints, rules));
        });
    }

    private static string Refusal(string? code, long availablePoints, PricingRules rules) =>
        RejectionText.Of(code, rules)
        + (code == Rejection.InsufficientPoints ? $" 지금 {PointsText.Format(availablePoints)}를 쓸 수 있어요." : "");

    private static SkillResponse Suggest(string code, IReadOnlyList<MenuItem> items, PricingRules rules)
    {
        var onSale = items.Where(item => !item.SoldOut).Take(MenuSuggestions).ToList();
        var text = RejectionText.Of(code, rules);
        if (onSale.Count > 0)
            text += " 이런 메뉴는 어떠세요?\n" + string.Join('\n', onSale.Select(item => $"· {item.Name} {WonText.Format(item.PriceWon)}"));
        return SkillTexts.WithOrder(AnswerText.Truncate(text, SimpleText.MaxLength));
    }

    private static SkillResponse Show(OrderId orderId, Price price, Account account, PricingRules rules)
    {
        var line = price.Lines[0];
        var rows = new List<ItemListEntry>
        {
            new("메뉴", AnswerText.Truncate(line.Name, ItemListEntry.MaxDescriptionLength)),
            new("수량", $"{line.Quantity}잔"),
            new("연락처", account.PhonePrefix is { } prefix ? $"{prefix}-{account.PhoneLast4}" : $"뒷자리 {account.PhoneLast4}"),
            new("주문 금액", WonText.Format(price.TotalWon)),
        };
        if (price.PointsUsed > 0)
            rows.Add(new ItemListEntry("포인트", "-" + PointsText.Format(price.PointsUsed)));
        if (price.PointsToEarn > 0)
            rows.Add(new ItemListEntry("적립 예정", PointsText.Format(price.PointsToEarn)));

        var card = new ItemCard(
            rows,
            head: "주문서 " + orderId,
            summary: new ItemListSummary("결제 금액", WonText.Format(price.AmountDueWon)),
            title: $"{rules.SheetLifetime.TotalMinutes:0}분 안에 아래 버튼을 눌러 주세요.",
            description: Debt(price.PointsToEarn, account.DebtPoints),
            buttons: [Button.Message(SkillTexts.PayLabel, SkillTexts.PayLabel, SkillTexts.Extra(orderId))]);
        return SkillResponse.Of(card).WithQuickReplies(QuickReply.Message(SkillTexts.OrderAgainLabel, SkillTexts.OrderLabel));
    }

    /// <returns>Null when the member owes nothing, or nothing is earned.</returns>
    private static string? Debt(long pointsToEarn, long debtPoints) => Math.Min(pointsToEarn, debtPoints) is > 0 and var pays
        ? $"적립되는 포인트 중 {PointsText.Format(pays)}는 돌려받아야 할 포인트 {PointsText.Format(debtPoints)}를 먼저 채우는 데 쓰여요."
        : null;
}
