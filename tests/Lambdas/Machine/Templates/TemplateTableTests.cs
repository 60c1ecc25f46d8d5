using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Board;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Settlement;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>The table and its indexes are keyed by what the code writes and queries.</summary>
public sealed class TemplateTableTests
{
    private static readonly OrderId OrderId = OrderId.Parse("20260314-ABCD");

    private static readonly TableResource Table = Deployed.Stack.Tables.Single();
    private static readonly FakeTimeProvider Time = new(TableRecorder.Now);
    private static readonly OrderLine Line = new("americano", "아메리카노", 4_500, 1);

    private static readonly OrderSheet Sheet = new(
        OrderId, "member", "customer", "5678", [Line], 0, 4_500, TableRecorder.Now, TableRecorder.Now.AddMinutes(10));

    [Fact]
    public void Key_IsThatOfTheCode() =>
        Table.KeySchema.Select(key => key.Attribute).ShouldBe(ItemKey.Order(OrderId).ToAttributes().Keys);

    [Fact]
    public void MemberOrders_AnswersTheQueryForTheLatestOrder()
    {
        var (recorder, table) = TableRecorder.Create();
        new OrderRecords(table).LatestOrderIdAsync("member", TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();

        var query = recorder.Requests.ShouldHaveSingleItem().ShouldBeOfType<QueryRequest>();
        var index = Index(query.IndexName);
        query.KeyConditionExpression.ShouldBe(index.KeySchema[0].Attribute + " = :member");
        query.ConsistentRead.ShouldNotBe(true);
        index.KeySchema[1].Attribute.ShouldBe("createdAt");
        index.NonKeyAttributes.ShouldContain("orderId");
    }

    [Fact]
    public async Task NewOrder_IsInMemberOrdersAndOpenOrders()
    {
        var menuItem = new Dictionary<string, AttributeValue>(ItemKey.MenuItem(Line.ItemId).ToAttributes(), StringComparer.Ordinal)
        {
            ["itemId"] = Attributes.Text(Line.ItemId),
            ["name"] = Attributes.Text(Line.Name),
            ["priceWon"] = Attributes.Number(Line.UnitPriceWon),
        };
        var menu = new MenuBoard(TableRecorder.Create(menuItem).Table, Time);
        var (recorder, table) = TableRecorder.Create(Sheet.ToItem());
        await new QuoteOrder(table, menu, new PricingRules(), Time).RunAsync(OrderId, TestContext.Current.CancellationToken);

        var order = recorder.PutItems.ShouldHaveSingleItem();
        order["PK"].S.ShouldBe(ItemKey.Order(OrderId).Partition);
        order.Keys.Intersect(KeysOf("MemberOrders")).Count().ShouldBe(2);
        order.Keys.Intersect(KeysOf("OpenOrders")).Count().ShouldBe(2);
        order.ShouldNotContainKey(Table.TimeToLiveAttribute.ShouldNotBeNull());
    }

    [Fact]
    public async Task PaidOrder_StaysInOpenOrdersUntilItComesToTheBoard()
    {
        var (recorder, table) = TableRecorder.Create(OrderItem(OrderStatus.Reserved));
        await new CommitOrder(table, new PricingRules(), Time).RunAsync(OrderId, "A1", TestContext.Current.CancellationToken);
        var expression = recorder.UpdateExpressions.First(text => text.Contains("#status", StringComparison.Ordinal));
        expression.ShouldContain(Index("OpenOrders").KeySchema[0].Attribute + " = ");
        expression.ShouldContain(Index("OpenOrders").KeySchema[1].Attribute + " = ");
        expression.ShouldContain(Index("OrderBoard").KeySchema[1].Attribute + " = ");
        expression.ShouldContain(Index("EndedOrders").KeySchema[0].Attribute + " = ");

        var paid = OrderItem(OrderStatus.Paid);
        paid["paidAt"] = Attributes.Instant(TableRecorder.Now);
        paid[Index("OpenOrders").KeySchema[0].Attribute] = Attributes.Text(OpenMark.Unannounced);
        (recorder, table) = TableRecorder.Create(paid);
        await new OrderBoard(table).AddAsync(OrderId, TestContext.Current.CancellationToken);
        var added = recorder.UpdateExpressions.ShouldHaveSingleItem();
        added.ShouldContain(Index("OrderBoard").KeySchema[0].Attribute + " = ");
        added.ShouldEndWith("REMOVE #" + Index("OpenOrders").KeySchema[0].Attribute);
    }

    [Fact]
    public async Task OrderBoard_AnswersTheQueryForTheBoard()
    {
        var (recorder, table) = TableRecorder.Create();
        await new ReadBoard(table, Time).RunAsync(TestContext.Current.CancellationToken);

        recorder.Requests.Count.ShouldBe(ReadBoard.Days);
        foreach (var query in recorder.Requests.Cast<QueryRequest>())
        {
            var index = Index(query.IndexName);
            query.KeyConditionExpression.ShouldBe(index.KeySchema[0].Attribute + " = :day");
            query.ConsistentRead.ShouldNotBe(true);
            index.KeySchema[1].Attribute.ShouldBe("paidAt");
            index.NonKeyAttributes.ShouldContain("orderId");
            index.NonKeyAttributes.ShouldContain("preparation");
        }
    }

    [Fact]
    public async Task Sheet_MayVanishAndIsInNoIndex()
    {
        var (recorder, table) = TableRecorder.Create();
        await new OrderSheets(table).AddAsync(Sheet, TestContext.Current.CancellationToken);
        recorder.PutItems.Count().ShouldBe(2);
        foreach (var item in recorder.PutItems)
        {
            item[Table.TimeToLiveAttribute.ShouldNotBeNull()].N.ShouldNotBeNull();
            foreach (var index in Table.GlobalIndexes)
                item.Keys.ShouldNotContain(index.KeySchema[0].Attribute);
        }
    }

    [Fact]
    public void Indexes_AreThoseThatTheseTestsKnow() =>
        Table.GlobalIndexes.Select(index => index.Name).ShouldBe(["MemberOrders", "OpenOrders", "OrderBoard", "EndedOrders"]);

    private static TableIndex Index(string name) => Table.GlobalIndexes.Single(index => index.Name == name);

    private static IEnumerable<string> KeysOf(string index) => Index(index).KeySchema.Select(key => key.Attribute);

    private static Dictionary<string, AttributeValue> OrderItem(string status)
    {
        var item = ItemKey.Order(OrderId).ToAttributes();
        item["orderId"] = Attributes.Text(OrderId);
        item["status"] = Attributes.Text(status);
        item["memberId"] = Attributes.Text("member");
        item["lines"] = Sheet.ToItem()["lines"];
        item["totalWon"] = Attributes.Number(Line.TotalWon);
        item["amountDueWon"] = Attributes.Number(Line.TotalWon);
        item["createdAt"] = Attributes.Instant(TableRecorder.Now);
        item["statusSince"] = Attributes.Instant(TableRecorder.Now);
        return item;
    }
}
