using System.Net;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport.Internals;

public sealed class ResponseTooLargeTests
{
    [Fact]
    public async Task Response_LargerThanAllowed_DoesNotEndTheFunction()
    {
        using var api = new FakeRuntimeApi()
            .Invoke("r-1", "too much").Invoke("r-2", "fine")
            .AnswerPostWith(HttpStatusCode.RequestEntityTooLarge);
        await using var function = RunningFunction.Start(
            api, LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input)));

        (await api.NextPostAsync()).Uri.AbsolutePath.ShouldEndWith("/r-1/response");
        (await api.NextPostAsync()).Uri.AbsolutePath.ShouldEndWith("/r-2/response");
    }
}
