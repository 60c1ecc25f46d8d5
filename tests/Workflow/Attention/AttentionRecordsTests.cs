namespace KakaoWorkflow.Tests.Workflow.Attention;

public sealed class AttentionRecordsTests(DynoxideServer server) : CafeTest(server)
{
    private AttentionRecords Records => new(Cafe.Services.Table, Cafe.Time);

    [Fact]
    public async Task InOrder_IsByKindThenByAge()
    {
        foreach (var (kind, subject) in ((string, string)[])
            [(AttentionKind.ReportUnclean, "2026-03-01"), (AttentionKind.OrderStuck, "late"), (AttentionKind.OrderInReview, "b"), ("LATER_KIND", "x")])
        {
            await Records.OpenAsync(kind, subject, null, "test", Token);
        }
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await Records.OpenAsync(AttentionKind.OrderInReview, "a", "a", "test", Token);

        var (open, isComplete) = await Records.ListAsync(Token);
        isComplete.ShouldBeTrue();
        AttentionRecords.InOrder(open).Select(record => record.Subject).ShouldBe(["b", "a", "late", "2026-03-01", "x"]);
        AttentionRecords.Count(open)[AttentionKind.OrderInReview].ShouldBe(2);
        AttentionRecords.Count(open).Keys.ShouldBe(AttentionKind.All, ignoreOrder: true);
    }

    [Theory]
    [InlineData(AttentionRecords.MaxListed, true)]
    [InlineData(AttentionRecords.MaxListed + 1, false)]
    public async Task List_IsOfSoManyMatters(int count, bool isComplete)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(100))
        {
            await Cafe.Services.Table.TransactAsync(
                [.. some.Select(number => AttentionWrites.OpenOrder(Cafe.Table.Name, AttentionKind.OrderStuck, $"{number}", "test", Cafe.Time.GetUtcNow()))], Token);
        }
        var (records, all) = await Records.ListAsync(Token);
        (records.Count, all).ShouldBe((AttentionRecords.MaxListed, isComplete));
    }

    [Fact]
    public async Task Close_OfWhatIsNotOpen_WritesNothing()
    {
        await UnchangedAsync(() => Records.CloseAsync(AttentionKind.OrderStuck, "nowhere", Token));
    }

    [Theory]
    [InlineData(AttentionWrites.MaxDetailLength, AttentionWrites.MaxDetailLength)]
    [InlineData(AttentionWrites.MaxDetailLength + 1, AttentionWrites.MaxDetailLength)]
    public async Task Open_LongDetail_IsCut(int length, int kept)
    {
        await Records.OpenAsync(AttentionKind.OrderStuck, "a", "a", new string('x', length), Token);
        (await Records.ListAsync(Token)).Records.ShouldHaveSingleItem().Detail.Length.ShouldBe(kept);
    }

    [Fact]
    public async Task Open_CutWithinACharacter_LeavesNoHalfOfIt()
    {
        await Records.OpenAsync(AttentionKind.OrderStuck, "a", "a", new string('x', AttentionWrites.MaxDetailLength - 1) + "😀", Token);
        (await Records.ListAsync(Token)).Records.ShouldHaveSingleItem().Detail.ShouldBe(new string('x', AttentionWrites.MaxDetailLength - 1));
    }

    [Fact]
    public void Advice_EachKind_HasItsOwn()
    {
        AttentionKind.All.Select(AttentionAdvice.WhatToDo).Distinct().Count().ShouldBe(AttentionKind.All.Count);
        AttentionKind.All.Select(AttentionAdvice.WhatToDo).ShouldNotContain(AttentionAdvice.WhatToDo("LATER_KIND"));
    }

    [Fact]
    public async Task WatchedRun_ThatFails_IsAMatterUntilTheNextGoodRun()
    {
        var watch = new WatchedRun(Records, AttentionKind.ReconcilerFailed, AttentionKind.Reconciler);
        await Should.ThrowAsync<TimeoutException>(() => watch.RunAsync<int>(() => throw new TimeoutException("with data of a customer")));
        (await Records.ListAsync(Token)).Records.ShouldHaveSingleItem().Detail.ShouldBe(nameof(TimeoutException));

        await Should.ThrowAsync<ArgumentException>(() => watch.RunAsync<int>(() => throw new ArgumentException("A refused input is no failure.")));
        (await watch.RunAsync(() => Task.FromResult(1))).ShouldBe(1);
        (await Records.ListAsync(Token)).Records.ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => watch.RunAsync<int>(() => throw new ArgumentException("A refused input is no failure.")));
        (await Records.ListAsync(Token)).Records.ShouldBeEmpty();
    }
}
