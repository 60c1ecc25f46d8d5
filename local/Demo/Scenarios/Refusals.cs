using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>Orders that are refused before anything is held.</summary>
internal static class Refusals
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("Insufficient points", OrderStatus.Rejected, async scene =>
        {
            await scene.GivePointsAsync(5_000);
            var sheet = await scene.TakeSheetAsync("카페라떼", 2, "9,000");
            Expect(scene, sheet.OrderId is null, "the order sheet is refused: " + sheet.Text);

            // The sheet is good, but by the time of the order the points are gone.
            await scene.TakeSheetAsync("카페라떼", 2, "5,000");
            await SpendElsewhereAsync(scene, 5_000);
            var reply = await scene.Customer.PayAsync(scene.OrderId);
            scene.Notes.Add(reply.Text);
        }),

        new("Unknown menu", null, async scene =>
        {
            var sheet = await scene.TakeSheetAsync("용과 스무디", 1);
            Expect(scene, sheet.OrderId is null, sheet.Text.Split('\n')[0]);
        }),
    ];

    private static void Expect(Scene scene, bool condition, string note)
    {
        if (!condition)
            throw new DemoFailedException(note);
        scene.Notes.Add(note);
    }

    /// <summary>Takes points away as the café's correction of a gift would, with its ledger line.</summary>
    private static async Task SpendElsewhereAsync(Scene scene, long points)
    {
        var memberId = scene.Customer.MemberId;
        var table = scene.Cafe.Table;
        var taken = await table.TransactAsync(
            [
                new()
                {
                    Update = new()
                    {
                        TableName = table.Name,
                        Key = ItemKey.Account(memberId).ToAttributes(),
                        UpdateExpression = "SET availablePoints = availablePoints - :points",
                        ConditionExpression = "availablePoints >= :points",
                        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":points"] = Attributes.Number(points) },
                    },
                },
                new Points.LedgerLine(memberId, scene.Cafe.Time.GetUtcNow(), "correction", Points.LedgerKind.Grant, -points, 0)
                    .ToWrite(table.Name),
            ]);
        if (!taken)
            throw new DemoFailedException("The correction was refused.");
    }
}
