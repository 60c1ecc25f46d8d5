namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class ReconcileProgressTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData("REVIEW|2026-03-01T00:00:00.000Z|0301-AAAAAAAA")]
    [InlineData(null)]
    public async Task Cursor_IsThatOfTheLastRun(string? cursor)
    {
        var progress = new ReconcileProgress(Cafe.Services.Table);
        (await progress.LoadAsync(Token)).ShouldBeNull();
        await progress.SaveAsync("RESERVED|2026-03-01T00:00:00.000Z|0301-BBBBBBBB", Token);
        await progress.SaveAsync(cursor, Token);
        (await new ReconcileProgress(Cafe.Services.Table).LoadAsync(Token)).ShouldBe(cursor);
    }
}
