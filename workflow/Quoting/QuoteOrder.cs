using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Quoting;

/// <summary>
/// Prices an order sheet anew and creates the order, which becomes the member's one order in flight.
/// May find: no order (creates it), an order in review that was never quoted (quotes it), a quoted or later order
/// (answers its stored quote), a rejected one (refuses again), an ended one (refuses).
/// </summary>
public sealed class QuoteOrder(OrderTable table, MenuBoard menu, PricingRules rules, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly OrderSheets _sheets = new(table);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="OrderRejectedException">Refused; the order record says why.</exception>
    public async Task<OrderQuote> RunAsync(string orderId)
    {
        var existing = await table.GetAsync(ItemKey.Order(orderId));
        if (existing is not null && Order.Read(existing) is var order && !IsUnquoted(order))
            return Answer(order);
        // A first run that failed for good left a record with what the operator did: it stays with the order.
        var operatorActions = existing?.GetValueOrDefault(OperatorAction.Attribute);

        var sheet = await _sheets.FindAsync(orderId);
        var result = sheet is null || sheet.ExpiresAt <= time.GetUtcNow()
            ? PricingResult.Refused(Rejection.SheetExpired)
            : await PriceAsync(sheet);

        if (result.Price is { } price && sheet is not null)
        {
            if (await CreateAsync(sheet, price, operatorActions))
                return Quote(sheet.MemberId, price);
            result = PricingResult.Refused(await WhyNotCreatedAsync(orderId, sheet.MemberId));
        }
        await RejectAsync(orderId, sheet, result.RejectionCode!, operatorActions);
        return Answer(await _orders.GetAsync(orderId));
    }

    private async Task<PricingResult> PriceAsync(OrderSheet sheet)
    {
        var wanted = sheet.Lines.Select(line => (line.ItemId, line.Quantity)).ToList();
        var result = PriceCalculator.Calculate(wanted, await menu.ItemsAsync(), sheet.PointsUsed, rules);
        return result.Price is { } price && OrderSheet.HashOf(price.Lines, price.PointsUsed, price.AmountDueWon) != sheet.Hash
            ? PricingResult.Refused(Rejection.PriceChanged)
            : result;
    }

    private Task<bool> CreateAsync(OrderSheet sheet, Price price, AttributeValue? operatorActions)
    {
        var item = NewItem(sheet.OrderId, OrderStatus.Quoted, sheet, operatorActions);
        item["openStatus"] = Attributes.Text(OrderStatus.Quoted);
        item["lines"] = OrderLineAttributes.ToAttribute(price.Lines);
        item["itemName"] = Attributes.Text(price.ItemName);
        item["quantity"] = Attributes.Number(price.Quantity);
        item["totalWon"] = Attributes.Number(price.TotalWon);
        item["pointsUsed"] = Attributes.Number(price.PointsUsed);
        item["amountDueWon"] = Attributes.Number(price.AmountDueWon);
        item["pointsToEarn"] = Attributes.Number(price.PointsToEarn);
        item["sheetHash"] = Attributes.Text(sheet.Hash);
        return table.TransactAsync(
            [
                new() { Put = NewOrder(item) },
                AccountChange.Open(table.Name, sheet.MemberId, sheet.OrderId),
            ]);
    }

    private async Task<string> WhyNotCreatedAsync(string orderId, string memberId)
    {
        var account = await new Accounts(table, time).FindAsync(memberId);
        if (account is null)
            return Rejection.NotAMember;
        return account.OpenOrderId is { } open && open != orderId ? Rejection.AnotherOrderOpen : Rejection.Ended;
    }

    private async Task RejectAsync(string orderId, OrderSheet? sheet, string code, AttributeValue? operatorActions)
    {
        var item = NewItem(orderId, OrderStatus.Rejected, sheet, operatorActions);
        item["rejectionCode"] = Attributes.Text(code);
        try
        {
            await table.PutAsync(NewOrder(item));
        }
        catch (ConditionalCheckFailedException)
        {
            // Another run of this step was faster: what it wrote is the answer.
        }
    }

    private Dictionary<string, AttributeValue> NewItem(string orderId, string status, OrderSheet? sheet, AttributeValue? operatorActions)
    {
        var now = Attributes.Instant(time.GetUtcNow());
        var item = ItemKey.Order(orderId).ToAttributes();
        item["orderId"] = Attributes.Text(orderId);
        item["status"] = Attributes.Text(status);
        item["statusSince"] = now;
        item["createdAt"] = now;
        if (operatorActions is not null)
            item[OperatorAction.Attribute] = operatorActions;
        if (sheet is null)
            return item;
        item["memberId"] = Attributes.Text(sheet.MemberId);
        item["customerId"] = Attributes.Text(sheet.CustomerId);
        item["phoneLast4"] = Attributes.Text(sheet.PhoneLast4);
        return item;
    }

    private Put NewOrder(Dictionary<string, AttributeValue> item) => new()
    {
        TableName = table.Name,
        Item = item,
        ConditionExpression = "attribute_not_exists(PK) OR (#status = :review AND attribute_not_exists(totalWon))",
        ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":review"] = Attributes.Text(OrderStatus.Review) },
    };

    private static bool IsUnquoted(Order order) => order.Status == OrderStatus.Review && order.Lines.Count == 0;

    private static OrderQuote Answer(Order order) => order.Status switch
    {
        OrderStatus.Rejected => throw new OrderRejectedException(order.OrderId, order.RejectionCode ?? Rejection.Ended),
        _ when !order.IsOpen && order.Status != OrderStatus.Paid => throw new OrderRejectedException(order.OrderId, Rejection.Ended),
        _ => new OrderQuote(
            order.MemberId, order.ItemName, order.Lines.Sum(line => line.Quantity), order.TotalWon, order.PointsUsed, order.AmountDueWon),
    };

    private static OrderQuote Quote(string memberId, Price price) => new(
        memberId, price.ItemName, price.Quantity, price.TotalWon, price.PointsUsed, price.AmountDueWon);
}
