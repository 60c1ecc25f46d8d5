using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Tests.Compat.StepFunctions;

public sealed class EndpointTests
{
    [Fact]
    public async Task ServiceUrl_WithSigningRegion_IsCalledAndSigned()
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        await client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), TestContext.Current.CancellationToken);

        stub.Call.Uri.AbsoluteUri.ShouldBe("http://127.0.0.1:9/");
        stub.Call.Headers["Authorization"].ShouldContain("/ap-northeast-2/states/aws4_request, SignedHeaders=content-type;host;");
        stub.Call.Headers["x-amz-api-version"].ShouldBe("2016-11-23");
        stub.Call.Headers["User-Agent"].ShouldContain("api/SFN#");
    }

    [Theory]
    [InlineData("ap-northeast-2", "https://states.ap-northeast-2.amazonaws.com/")]
    [InlineData("cn-north-1", "https://states.cn-north-1.amazonaws.com.cn/")]
    public async Task Region_WithoutUrl_LeadsToItsEndpoint(string region, string expected)
    {
        using var stub = new AwsStub().Answer();
        using var client = new AmazonStepFunctionsClient(
            "key",
            "secret",
            "session",
            stub.Attach(new AmazonStepFunctionsConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                IgnoreConfiguredEndpointUrls = true,
            }));

        await client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), TestContext.Current.CancellationToken);

        stub.Call.Uri.AbsoluteUri.ShouldBe(expected);
        stub.Call.Headers["Authorization"].ShouldContain($"/{region}/states/aws4_request");
        stub.Call.Headers["X-Amz-Security-Token"].ShouldBe("session");
    }

    [Fact]
    public void Config_MadeByTheInterface_IsOfTheService()
    {
        var config = DefaultConfig<IAmazonStepFunctions>();

        config.ShouldBeOfType<AmazonStepFunctionsConfig>().RegionEndpointServiceName.ShouldBe("states");
        AmazonStepFunctionsConfig.ServiceId.ShouldBe("SFN");
        config.RetryMode.ShouldBe(RequestRetryMode.Standard);
    }

    private static ClientConfig DefaultConfig<T>()
        where T : IAmazonService => T.CreateDefaultClientConfig();
}
