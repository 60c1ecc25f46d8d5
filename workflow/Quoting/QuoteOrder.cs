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
    private static readonly string[] Kept =
    [
        OrderAttributes.OperatorActions, OrderAttributes.ReviewToken, OrderAttributes.ResumeAskedAt, OrderAttributes.FailedStep,
        OrderAttributes.Failure,
    ];

    private readonly OrderRecords _orders = new(table);
    private readonly OrderSheets _sheets = new(table);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="OrderRejectedException">Refused; the order record says why.</exception>
    /// <exception cref="OrderConflictException">The order's review ended meanwhile; a repeat quotes it.</exception>
    public async Task<OrderQuote> RunAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        var existing = await table.GetAsync(ItemKey.Order(orderId), cancellationToken);
        if (existing is not null && Order.Read(existing) is var order && !IsUnquoted(order))
            return Answer(order);
        var sheet = await _sheets.FindAsync(orderId, cancellationToken);
        var result = sheet is null || sheet.ExpiresAt <= time.GetUtcNow()
            ? PricingResult.Refused(Rejection.SheetExpired)
            : await PriceAsync(sheet, cancellationToken);

        if (result.Price is { } price && sheet is not null)
        {
            if (await CreateAsync(sheet, price, existing, cancellationToken))
                return Quote(sheet.MemberId, price);
            result = PricingResult.Refused(await WhyNotCreatedAsync(orderId, sheet.MemberId, cancellationToken));
        }
        await RejectAsync(orderId, sheet, result.RejectionCode!, existing, cancellationToken);
        var written = await _orders.GetAsync(orderId, cancellationToken);
        return IsUnquoted(written) ? throw new OrderConflictException(orderId) : Answer(written);
    }

    private async Task<PricingResult> PriceAsync(OrderSheet sheet, CancellationToken cancellationToken)
    {
        var wanted = sheet.Lines.Select(line => (line.ItemId, line.Quantity)).ToList();
        var result = PriceCalculator.Calculate(wanted, await menu.ItemsAsync(cancellationToken), sheet.PointsUsed, rules);
        return result.Price is { } price && OrderSheet.HashOf(price.Lines, price.PointsUsed, price.AmountDueWon) != sheet.Hash
            ? PricingResult.Refused(Rejection.PriceChanged)
            : result;
    }

    private Task<bool> CreateAsync(
        OrderSheet sheet, Price price, Dictionary<string, AttributeValue>? existing, CancellationToken cancellationToken)
    {
        var item = NewItem(sheet.OrderId, OrderStatus.Quoted, sheet, existing);
        item[OrderAttributes.Lines] = OrderLineAttributes.ToAttribute(price.Lines);
        item[OrderAttributes.ItemName] = Attributes.Text(price.ItemName);
        item[OrderAttributes.Quantity] = Attributes.Number(price.Quantity);
        item[OrderAttributes.TotalWon] = Attributes.Number(price.TotalWon);
        item[OrderAttributes.PointsUsed] = Attributes.Number(price.PointsUsed);
        item[OrderAttributes.AmountDueWon] = Attributes.Number(price.AmountDueWon);
        item[OrderAttributes.PointsToEarn] = Attributes.Number(price.PointsToEarn);
        item[OrderAttributes.SheetHash] = Attributes.Text(sheet.Hash);
        return table.TransactAsync(
            [
                new() { Put = NewOrder(sheet.OrderId, item, existing) },
                AccountChange.Open(table.Name, sheet.MemberId, sheet.OrderId),
            ],
            cancellationToken);
    }

    private async Task<string> WhyNotCreatedAsync(OrderId orderId, string memberId, CancellationToken cancellationToken)
    {
        var account = await new Accounts(table, time).FindAsync(memberId, cancellationToken);
        if (account is null)
            return Rejection.NotAMember;
        return account.OpenOrderId is { } open && open != orderId ? Rejection.AnotherOrderOpen : Rejection.Ended;
    }

    private async Task RejectAsync(
        OrderId orderId, OrderSheet? sheet, string code, Dictionary<string, AttributeValue>? existing, CancellationToken cancellationToken)
    {
        var item = NewItem(orderId, OrderStatus.Rejected, sheet, existing);
        item[OrderAttributes.RejectionCode] = Attributes.Text(code);
        try
        {
            await table.PutAsync(NewOrder(orderId, item, existing), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another run of this step was faster: what it wrote is the answer.
        }
    }

    private Dictionary<string, AttributeValue> NewItem(OrderId orderId, string status, OrderSheet? sheet, Dictionary<string, AttributeValue>? existing)
    {
        var item = OrderTransition.NewItem(orderId, status, time.GetUtcNow());
        // A first run that failed for good left a record with its review and what the operator did: they stay with the order.
        foreach (var name in Kept.Where(name => existing?.ContainsKey(name) == true))
            item[name] = existing![name];
        if (sheet is null)
            return item;
        item[OrderAttributes.MemberId] = Attributes.Text(sheet.MemberId);
        item[OrderAttributes.CustomerId] = Attributes.Text(sheet.CustomerId);
        item[OrderAttributes.PhoneLast4] = Attributes.Text(sheet.PhoneLast4);
        return item;
    }

    /// <summary>What was read must still be so: nothing, or the very review that it keeps.</summary>
    private Put NewOrder(OrderId orderId, Dictionary<string, AttributeValue> item, Dictionary<string, AttributeValue>? existing)
    {
        var change = new ItemChange(ItemKey.Order(orderId));
        change = existing is null
            ? change.IfNew()
            : change
                .IfStatusIn(OrderStatus.Review)
                .If(OrderAttributes.StatusSince, existing[OrderAttributes.StatusSince])
                .If(OrderAttributes.TotalWon, null)
                .If(OrderAttributes.ReviewToken, existing.GetValueOrDefault(OrderAttributes.ReviewToken));
        return change.ToPut(table.Name, item);
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
