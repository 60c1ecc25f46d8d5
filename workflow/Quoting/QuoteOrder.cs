using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Quoting;

/// <summary>
/// Prices an order sheet anew and creates the order, which becomes the member's one order in flight.
/// May find: no order (creates it), an order in review that was never quoted (quotes it), a quoted or later order
/// (answers its stored quote), a rejected one (refuses again), an ended one (refuses).
/// </summary>
public sealed class QuoteOrder(OrderTable table, MenuBoard menu, PricingRules rules, TimeProvider time)
{
    private static readonly string[] Kept = [OperatorAction.Attribute, "reviewToken", "resumeAskedAt", "failedStep", "failure"];

    private readonly OrderRecords _orders = new(table);
    private readonly OrderSheets _sheets = new(table);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="OrderRejectedException">Refused; the order record says why.</exception>
    /// <exception cref="OrderConflictException">The order's review ended meanwhile; a repeat quotes it.</exception>
    public async Task<OrderQuote> RunAsync(string orderId)
    {
        var existing = await table.GetAsync(ItemKey.Order(orderId));
        if (existing is not null && Order.Read(existing) is var order && !IsUnquoted(order))
            return Answer(order);
        var sheet = await _sheets.FindAsync(orderId);
        var result = sheet is null || sheet.ExpiresAt <= time.GetUtcNow()
            ? PricingResult.Refused(Rejection.SheetExpired)
            : await PriceAsync(sheet);

        if (result.Price is { } price && sheet is not null)
        {
            if (await CreateAsync(sheet, price, existing))
                return Quote(sheet.MemberId, price);
            result = PricingResult.Refused(await WhyNotCreatedAsync(orderId, sheet.MemberId));
        }
        await RejectAsync(orderId, sheet, result.RejectionCode!, existing);
        var written = await _orders.GetAsync(orderId);
        return IsUnquoted(written) ? throw new OrderConflictException(orderId) : Answer(written);
    }

    private async Task<PricingResult> PriceAsync(OrderSheet sheet)
    {
        var wanted = sheet.Lines.Select(line => (line.ItemId, line.Quantity)).ToList();
        var result = PriceCalculator.Calculate(wanted, await menu.ItemsAsync(), sheet.PointsUsed, rules);
        return result.Price is { } price && OrderSheet.HashOf(price.Lines, price.PointsUsed, price.AmountDueWon) != sheet.Hash
            ? PricingResult.Refused(Rejection.PriceChanged)
            : result;
    }

    private Task<bool> CreateAsync(OrderSheet sheet, Price price, Dictionary<string, AttributeValue>? existing)
    {
        var item = NewItem(sheet.OrderId, OrderStatus.Quoted, sheet, existing);
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
                new() { Put = NewOrder(item, existing) },
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

    private async Task RejectAsync(string orderId, OrderSheet? sheet, string code, Dictionary<string, AttributeValue>? existing)
    {
        var item = NewItem(orderId, OrderStatus.Rejected, sheet, existing);
        item["rejectionCode"] = Attributes.Text(code);
        try
        {
            await table.PutAsync(NewOrder(item, existing));
        }
        catch (ConditionalCheckFailedException)
        {
            // Another run of this step was faster: what it wrote is the answer.
        }
    }

    private Dictionary<string, AttributeValue> NewItem(string orderId, string status, OrderSheet? sheet, Dictionary<string, AttributeValue>? existing)
    {
        var now = Attributes.Instant(time.GetUtcNow());
        var item = ItemKey.Order(orderId).ToAttributes();
        item["orderId"] = Attributes.Text(orderId);
        item["status"] = Attributes.Text(status);
        item["statusSince"] = now;
        item["createdAt"] = now;
        // A first run that failed for good left a record with its review and what the operator did: they stay with the order.
        foreach (var name in Kept.Where(name => existing?.ContainsKey(name) == true))
            item[name] = existing![name];
        if (sheet is null)
            return item;
        item["memberId"] = Attributes.Text(sheet.MemberId);
        item["customerId"] = Attributes.Text(sheet.CustomerId);
        item["phoneLast4"] = Attributes.Text(sheet.PhoneLast4);
        return item;
    }

    /// <summary>What was read must still be so: nothing, or the very review that it keeps.</summary>
    private Put NewOrder(Dictionary<string, AttributeValue> item, Dictionary<string, AttributeValue>? existing)
    {
        var put = new Put { TableName = table.Name, Item = item, ConditionExpression = "attribute_not_exists(PK)" };
        if (existing is null)
            return put;
        var isSameReview = "attribute_not_exists(reviewToken)";
        put.ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" };
        put.ExpressionAttributeValues = new(StringComparer.Ordinal)
        {
            [":review"] = Attributes.Text(OrderStatus.Review),
            [":since"] = existing["statusSince"],
        };
        if (existing.TryGetValue("reviewToken", out var token))
            (put.ExpressionAttributeValues[":token"], isSameReview) = (token, "reviewToken = :token");
        put.ConditionExpression = $"#status = :review AND statusSince = :since AND attribute_not_exists(totalWon) AND {isSameReview}";
        return put;
    }

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
