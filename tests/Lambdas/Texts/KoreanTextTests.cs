using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Tests.Lambdas.Skills;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Texts;

/// <summary>
/// All that customers are told, in <c>Korean.txt</c>, so that it can be reviewed in one place. The table is made of what the
/// functions answer in each situation; <c>KAKAOWORKFLOW_RECORD_TEXTS=1</c> records it anew.
/// </summary>
public sealed class KoreanTextTests(DynoxideServer server) : SkillTest(server)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 Mobile Safari/537.36";
    private const string IPadAsMac =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

    private readonly TextTable _table = new();
    private int _orders;

    [Fact]
    public async Task EveryText_IsTheRecordedOne()
    {
        await MembersAsync();
        await SheetsAsync();
        await PayAsync();
        await OrdersAsync("order-status", "OrderStatus");
        await OrdersAsync("cancel-order", "CancelOrder");
        await BlockedAsync();
        await PagesAsync();
        await AnywhereAsync();
        await _table.CheckAsync("Korean.txt");
    }

    private async Task MembersAsync()
    {
        var (member, other) = (await Stories.SignUpAsync(), await Stories.SignUpAsync());
        var stranger = new TestMember("bot-user-key-stranger", "", "", "");

        _table.Section("sign-up");
        await ChatAsync("no number", "SignUp", stranger);
        await ChatAsync("no mobile number", "SignUp", stranger, ("sys_phone_number", "02-555-0123"));
        await ChatAsync("two numbers", "SignUp", stranger, ("sys_phone_number", "010-5550-1234 010-5550-4321"));
        await ChatAsync("010", "SignUp", stranger, ("sys_phone_number", "010-5550-9999"));
        await ChatAsync("011", "SignUp", new TestMember("bot-user-key-011", "", "", ""), ("sys_phone_number", "011-555-0123"));
        await ChatAsync("again", "SignUp", member, ("sys_phone_number", member.Phone));
        await ChatAsync("with another number", "SignUp", member, ("sys_phone_number", "010-5550-7777"));
        await ChatAsync("with somebody else's number", "SignUp", new TestMember("bot-user-key-new", "", "", ""), ("sys_phone_number", other.Phone));

        _table.Section("points");
        await ChatAsync("none", "PointBalance", member);
        await ChatAsync("some, and some held", "PointBalance", (await Stories.ReservedAsync(null, points: 1_000)).Member);
        await ChatAsync("debt", "PointBalance", await DebtorAsync(10_000));
        await ChatAsync("not a member", "PointBalance", new TestMember("bot-user-key-nobody", "", "", ""));
        await ChatAsync("no mobile number", "PointBalance", member, ("sys_phone_number", "123"));
        await ChatAsync("somebody else's number", "PointBalance", member, ("sys_phone_number", other.Phone));
    }

    private async Task SheetsAsync()
    {
        _table.Section("order-sheet");
        await Cafe.Services.Menu.PutAsync(new MenuItem("water", "물", 0, SoldOut: false));
        await Cafe.Services.Menu.PutAsync(new MenuItem("feast", "잔치", 1_000_000, SoldOut: false));
        var member = await Stories.SignUpAsync(points: 5_000);
        await SheetAsync("plain", member);
        var old = await Stories.SignUpAsync();
        await Cafe.Table.SetAsync(ItemKey.Account(old.MemberId), "phonePrefix", null);
        await SheetAsync("a member from before prefixes were kept", old);
        await SheetAsync("debt above what is earned", await DebtorAsync(10_000));
        await SheetAsync("debt below what is earned", await DebtorAsync(500));
        await SheetAsync("some points", member, ("points", "1000"));
        await SheetAsync("all points, not enough for all", member, ("points", "전부"), ("quantity", "2"));
        await SheetAsync("points pay all", member, ("points", "전부"));
        await SheetAsync("no points", member, ("points", "안 쓸래요"));
        await SheetAsync("free", member, ("menu", "물"));
        foreach (var menu in new[] { "", "홍차", "당근 케이크" })
            await SheetAsync($"menu '{menu}'", member, ("menu", menu));
        foreach (var quantity in new[] { "", "네", "0", "1.5", "21", "99999999999", "많이" })
            await SheetAsync($"quantity '{quantity}'", member, ("quantity", quantity));
        foreach (var points in new[] { "", "네", "-1", "0.5", "99999999999999999999", "6000", "4450", "4600" })
            await SheetAsync($"points '{points}'", member, ("points", points));
        await SheetAsync("points above the price", await Stories.SignUpAsync(points: 9_000), ("points", "4600"));
        await SheetAsync("above what KakaoPay collects", member, ("menu", "잔치"), ("quantity", "3"));
        await SheetAsync("not a member", new TestMember("bot-user-key-nobody", "", "", ""));
        await SheetAsync("no mobile number", member, ("sys_phone_number", "123"));
        foreach (var item in new[] { "americano", "latte", "water", "feast" })
            await Cafe.Services.Menu.PutAsync(new MenuItem(item, item, 1_000, SoldOut: true));
        await SheetAsync("everything sold out", member, ("menu", "홍차"));
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano);
    }

    private async Task PayAsync()
    {
        _table.Section("pay");
        var member = await Stories.SignUpAsync();
        await ChatAsync("typed, nothing there", "Pay", member);
        await OrderAsync(member, OrderId.Parse("0301-NOWHERE1"), "an order that there is not", "Pay");
        var sheet = await Stories.SheetAsync(member);
        await SlowAsync("typed, a sheet is there, not priced in time", () => CallAsync("Pay", member));
        await SlowAsync("a sheet, not priced in time", () => CallAsync("Pay", member, orderId: (string?)sheet.OrderId));
        var byPoints = await Stories.SheetAsync(points: 9_000);
        await SlowAsync("a sheet that points pay, not priced in time", () => CallAsync("Pay", byPoints.Member, orderId: (string?)byPoints.OrderId));
        Cafe.Time.Advance(TimeSpan.FromMinutes(10));
        await OrderAsync(member, sheet.OrderId, "a sheet that is too old", "Pay");
        await ChatAsync("typed, the sheet is too old", "Pay", member);
    }

    private async Task OrdersAsync(string heading, string skill)
    {
        _table.Section(heading);
        foreach (var shape in PaymentShape.All)
        {
            foreach (var situation in OrderSituation.Open.Concat(OrderSituation.Paid).Concat(OrderSituation.Ended))
            {
                var (member, orderId) = await PutAsync(situation, shape);
                await OrderAsync(member, orderId, $"{situation.Name} ({shape.Name})", skill);
            }
        }
        foreach (var situation in OrderSituation.Rejected.Concat(OrderSituation.EndedBecause))
        {
            var (member, orderId) = await PutAsync(situation, PaymentShape.All[0]);
            await OrderAsync(member, orderId, situation.Name, skill);
        }
        foreach (var shape in PaymentShape.All.Where(shape => shape.TotalWon > 0))
        {
            var (member, orderId) = await PutAsync(OrderSituation.Paid[1], shape, PartlyRefunded(shape));
            await OrderAsync(member, orderId, $"refunded in part ({shape.Name})", skill);
        }
        if (skill != "CancelOrder")
            return;
        foreach (var shape in PaymentShape.All)
        {
            var (member, orderId) = await PutAsync(OrderSituation.Paid[1], shape);
            var payload = SkillPayload.Of(member.UserKey, "주문 취소", orderId: (string?)orderId);
            payload["action"]!["clientExtra"]!["confirm"] = "refund";
            _table.Add($"confirmed ({shape.Name})", ShownText.OfChat(await CallAsync(skill, payload.ToJsonString())));
        }
        await ChatAsync("no order", skill, await Stories.SignUpAsync());
    }

    private async Task BlockedAsync()
    {
        _table.Section("pay for a second order");
        foreach (var shape in new[] { PaymentShape.All[0], PaymentShape.All[3] })
        {
            foreach (var situation in OrderSituation.Open)
            {
                var (member, orderId) = await PutAsync(situation, shape);
                await Cafe.Table.SetAsync(ItemKey.Account(member.MemberId), "openOrderId", Attributes.Text(orderId));
                var second = await Stories.SheetAsync(member, quantity: 1);
                await OrderAsync(member, second.OrderId, $"{situation.Name} ({shape.Name})", "Pay");
            }
        }
    }

    private async Task PagesAsync()
    {
        _table.Section("pages");
        var links = Cafe.Services.PayLinks;
        await PageAsync("not priced yet", links.Url(OrderId.Parse("0301-NOWHERE1"), PayLinkKind.Pay));
        foreach (var shape in PaymentShape.All)
        {
            foreach (var situation in OrderSituation.Open.Concat(OrderSituation.Paid).Concat(OrderSituation.Ended))
            {
                var (_, orderId) = await PutAsync(situation, shape);
                await PageAsync($"{situation.Name} ({shape.Name})", links.Url(orderId, PayLinkKind.Pay));
            }
        }
        foreach (var situation in OrderSituation.Rejected.Concat(OrderSituation.EndedBecause))
            await PageAsync(situation.Name, links.Url((await PutAsync(situation, PaymentShape.All[0])).OrderId, PayLinkKind.Pay));
        foreach (var shape in PaymentShape.All.Where(shape => shape.TotalWon > 0))
        {
            var (_, orderId) = await PutAsync(OrderSituation.Paid[1], shape, PartlyRefunded(shape));
            await PageAsync($"refunded in part ({shape.Name})", links.Url(orderId, PayLinkKind.Pay));
        }
        var waiting = (await PutAsync(OrderSituation.Open[4], PaymentShape.All[0])).OrderId;
        await PageAsync("awaiting payment, an iPad or a Mac", links.Url(waiting, PayLinkKind.Pay), IPadAsMac);
        await PageAsync("back from KakaoPay's cancel address", links.Url(waiting, PayLinkKind.Cancelled));
        await PageAsync("back from KakaoPay's fail address", links.Url(waiting, PayLinkKind.Failed));
        await PageAsync("after quitting", links.Url(waiting, PayLinkKind.Pay) + "&quit=1");
        await PageAsync("back from KakaoPay without a token", links.Url(waiting, PayLinkKind.Approved));
        await PageAsync("back from KakaoPay", links.Url(waiting, PayLinkKind.Approved) + "&pg_token=pg-token-SECRET");
        await PageAsync("no page", "/pay");
        await PageAsync("a wrong signature", $"/pay/{waiting}?s=AAAA");
    }

    private async Task AnywhereAsync()
    {
        _table.Section("anywhere");
        _table.Add("no skill call", ShownText.OfChat(await CallAsync("OrderStatus", "{}")));
        var member = await Stories.SignUpAsync();
        var page = Cafe.Services.PayLinks.Url(OrderId.Parse("0301-NOWHERE1"), PayLinkKind.Pay);
        Cafe.Variables["TABLE_NAME"] = "no-such-table";
        await ChatAsync("something fails", "OrderStatus", member);
        await PageAsync("something fails, on a page", page);
    }

    private async Task<TestMember> DebtorAsync(long points)
    {
        var member = await Stories.SignUpAsync();
        await Cafe.Table.SetAsync(ItemKey.Account(member.MemberId), "debtPoints", Attributes.Number(points));
        return member;
    }

    private static (string, AttributeValue)[] PartlyRefunded(PaymentShape shape) =>
    [
        ("refundedQuantities", Attributes.Numbers([1])),
        ("refundedWon", Attributes.Number(shape.AmountDueWon / 3)),
        ("refundedPoints", Attributes.Number(shape.PointsUsed / 3)),
        ("takenBackPoints", Attributes.Number(shape.EarnedPoints / 3)),
    ];

    /// <summary>Puts an order of somebody new where it may stand.</summary>
    private async Task<(TestMember Member, OrderId OrderId)> PutAsync(
        OrderSituation situation, PaymentShape shape, params (string Name, AttributeValue Value)[] more)
    {
        var member = await Stories.SignUpAsync();
        var orderId = $"0301-{++_orders:00000000}";
        var item = ItemKey.Order(orderId).ToAttributes();
        var now = Attributes.Instant(Cafe.Time.GetUtcNow());
        foreach (var (name, value) in ((string, AttributeValue)[])
        [
            ("orderId", Attributes.Text(orderId)), ("status", Attributes.Text(situation.Status)), ("statusSince", now), ("createdAt", now),
            ("memberId", Attributes.Text(member.MemberId)), ("customerId", Attributes.Text(member.CustomerId)),
        ])
            item[name] = value;
        if (situation.Status != OrderStatus.Rejected)
            Price(item, shape, isPaid: situation.More.Any(attribute => attribute.Name == "paidAt"), isRefunded: situation.Status == OrderStatus.Refunded);
        foreach (var (name, value) in situation.More.Concat(more))
            item[name] = value;
        await Cafe.Table.Client.PutItemAsync(Cafe.Table.Name, item);
        return (member, OrderId.Parse(orderId));
    }

    private static void Price(Dictionary<string, AttributeValue> item, PaymentShape shape, bool isPaid, bool isRefunded)
    {
        item["lines"] = new AttributeValue
        {
            L =
            [
                new AttributeValue
                {
                    M = new()
                    {
                        ["itemId"] = Attributes.Text("americano"),
                        ["name"] = Attributes.Text("아메리카노"),
                        ["unitPriceWon"] = Attributes.Number(shape.UnitPriceWon),
                        ["quantity"] = Attributes.Number(PaymentShape.Quantity),
                    },
                },
            ],
        };
        item["itemName"] = Attributes.Text("아메리카노");
        item["totalWon"] = Attributes.Number(shape.TotalWon);
        item["pointsUsed"] = Attributes.Number(shape.PointsUsed);
        item["amountDueWon"] = Attributes.Number(shape.AmountDueWon);
        if (!isPaid)
            return;
        item["earnedPoints"] = Attributes.Number(shape.EarnedPoints);
        item["debtPaidPoints"] = Attributes.Number(shape.DebtPaidPoints);
        if (!isRefunded)
            return;
        item["refundedWon"] = Attributes.Number(shape.AmountDueWon);
        item["refundedPoints"] = Attributes.Number(shape.PointsUsed);
        item["takenBackPoints"] = Attributes.Number(shape.EarnedPoints);
    }

    private Task SheetAsync(string situation, TestMember member, params (string Name, string Value)[] parameters)
    {
        var all = new Dictionary<string, string> { ["menu"] = "아메리카노", ["quantity"] = "1" };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return ChatAsync(situation, all.ContainsKey("points") ? "OrderSheetWithPoints" : "OrderSheet", member, [.. all.Select(entry => (entry.Key, entry.Value))]);
    }

    private Task ChatAsync(string situation, string skill, TestMember member, params (string Name, string Value)[] parameters) =>
        SayAsync(situation, CallAsync(skill, member, parameters.ToDictionary(value => value.Name, value => value.Value)));

    private Task OrderAsync(TestMember member, OrderId orderId, string situation, string skill) =>
        SayAsync(situation, CallAsync(skill, member, orderId: (string?)orderId));

    private async Task SayAsync(string situation, Task<string> call) => _table.Add(situation, ShownText.OfChat(await call));

    /// <summary>An order whose execution does not come to price it while the skill waits.</summary>
    private async Task SlowAsync(string situation, Func<Task<string>> pay)
    {
        var started = new TaskCompletionSource();
        Cafe.StepFunctions.OnCall = (_, _) => Task.FromResult(started.TrySetResult());
        var call = pay();
        await Task.WhenAny(call, started.Task);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), call);
        await SayAsync(situation, call);
    }

    private async Task PageAsync(string situation, string url, string userAgent = Phone) =>
        _table.Add(situation, ShownText.OfPage(await InvokeAsync("PaymentRedirect", HttpEvent.Get(url, userAgent))));
}
