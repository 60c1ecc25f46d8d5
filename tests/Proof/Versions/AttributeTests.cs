using KakaoWorkflow.Invariants;
using KakaoWorkflow.Tests.Proof.Versions.Moments;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>Records with attributes that this version does not know, and without attributes that it could do without.</summary>
public sealed class AttributeTests(TableServer server) : IClassFixture<TableServer>
{
    private const string Added = "addedByALaterVersion";

    /// <summary>What is on an order's record for people and for later versions, and what no step reads.</summary>
    private static readonly string[] Dispensable = ["itemName", "phoneLast4", "pointsToEarn", "quantity", "sheetHash", "stateSince", "endedDay"];

    [Theory]
    [InlineData("awaiting-approval", "pays")]
    [InlineData("awaiting-approval-in-debt", "pays")]
    [InlineData("captured-not-committed", "withdraws")]
    [InlineData("refund-requested", "waits")]
    [InlineData("money-unchecked", "waits")]
    public async Task Unknown_AreKept(string moment, string end)
    {
        await using var reopened = await ReopenedCafe.OpenAsync(RecordedVersion.All[^1], moment, server.Address, items =>
        {
            foreach (var item in items)
                item![Added] = new JsonObject { ["S"] = "kept" };
        });
        await EndAsync(reopened, moment, end);

        using var table = new RawTable(server.Address);
        var items = (await table.ItemsAsync(reopened.Cafe.Cafe.Addresses.TableName)).ToDictionary(item => KeyOf(item!), item => item!);
        reopened.Moment.Items.Select(item => KeyOf(item!)).Where(key => (string?)items[key][Added]?["S"] != "kept").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("captured-not-committed", "waits")]
    [InlineData("refund-money-back", "waits")]
    public async Task Dispensable_MayBeMissing(string moment, string end)
    {
        await using var reopened = await ReopenedCafe.OpenAsync(RecordedVersion.All[^1], moment, server.Address, items =>
        {
            foreach (var order in items.Where(item => (string?)item!["SK"]!["S"] == "ORDER"))
                foreach (var attribute in Dispensable)
                    order!.AsObject().Remove(attribute);
        });
        await EndAsync(reopened, moment, end);
    }

    private static async Task EndAsync(ReopenedCafe reopened, string moment, string end)
    {
        var expected = AllMoments.Of(moment).Ends.Single(each => each.Name == end);
        await expected.Act(reopened.Patron);
        await reopened.EndAsync();
        var snapshot = await reopened.Cafe.Cafe.Snapshots.ReadAsync(TestContext.Current.CancellationToken);
        snapshot.Orders[reopened.Patron.OrderId!].Status.ShouldBe(expected.Status);
        expected.Check(snapshot.Orders[reopened.Patron.OrderId!]);
        InvariantChecker.Check(snapshot).Select(violation => violation.ToString()).ShouldBeEmpty();
    }

    private static string KeyOf(JsonNode item) => $"{item["PK"]!["S"]} {item["SK"]!["S"]}";
}
