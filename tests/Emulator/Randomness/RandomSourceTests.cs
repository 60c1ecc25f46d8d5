namespace KakaoWorkflow.Tests.Emulator.Randomness;

public sealed class RandomSourceTests
{
    [Fact]
    public void Seeded_SameSeed_RepeatsItself()
    {
        var first = new SeededRandomSource(7);
        var second = new SeededRandomSource(7);
        for (var draw = 0; draw < 100; draw++)
            first.NewGuid().ShouldBe(second.NewGuid());
        first.NewGuid().ShouldNotBe(new SeededRandomSource(8).NewGuid());
    }

    [Fact]
    public void NewGuid_IsVersion4() => new SystemRandomSource().NewGuid().Version.ShouldBe(4);

    [Fact]
    public void NextDouble_StaysBelowOne()
    {
        var random = new SeededRandomSource(1);
        for (var draw = 0; draw < 1000; draw++)
            random.NextDouble().ShouldBeInRange(0, 1 - 1e-16);
    }
}
