using KakaoWorkflow.Local.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Local.Hosting;

public sealed class AheadTimeProviderTests
{
    [Fact]
    public void Clock_IsLaterAndGoesAsFast()
    {
        var real = new FakeTimeProvider();
        var clock = new AheadTimeProvider(real, TimeSpan.FromMinutes(30));
        var isDue = false;
        using var timer = clock.CreateTimer(_ => isDue = true, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        var begun = clock.GetTimestamp();

        real.Advance(TimeSpan.FromSeconds(9));
        isDue.ShouldBeFalse();
        clock.GetUtcNow().ShouldBe(real.GetUtcNow() + TimeSpan.FromMinutes(30));
        real.Advance(TimeSpan.FromSeconds(1));
        isDue.ShouldBeTrue();
        clock.GetElapsedTime(begun).ShouldBe(TimeSpan.FromSeconds(10));
    }
}
