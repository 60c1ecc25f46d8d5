using Amazon.Lambda.RuntimeSupport;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport.Internals;

/// <summary>The client that waits for work, as the subset makes it. The official one has a plain client's 100 s until a bootstrap takes it.</summary>
public sealed class HttpClientTests
{
    [Fact]
    public void HttpClient_WaitsForWork_LongerThanAnEnvironmentLives()
    {
        using var client = LambdaBootstrap.ConstructHttpClient();

        client.Timeout.ShouldBe(TimeSpan.FromHours(12));
    }
}
