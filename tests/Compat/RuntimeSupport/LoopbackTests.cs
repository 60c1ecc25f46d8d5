using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

/// <summary>The runtime client's own HTTP client on a real connection.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task Error_InKorean_PassesARealConnection()
    {
        using var listener = new HttpListener();
        var endpoint = $"127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"http://{endpoint}/");
        listener.Start();
        using var bootstrap = LambdaBootstrapBuilder
            .Create((Stream _, ILambdaContext _) => Task.FromException<Stream>(new InvalidOperationException("품절입니다")))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = endpoint)
            .Build();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var loop = bootstrap.RunAsync(stop.Token);

        var next = await listener.GetContextAsync();
        next.Response.Headers.Add("Lambda-Runtime-Aws-Request-Id", "r-1");
        await AnswerAsync(next, HttpStatusCode.OK, "{}");
        var error = await listener.GetContextAsync();
        using var reader = new StreamReader(error.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        await AnswerAsync(error, HttpStatusCode.Accepted, """{"status":"OK"}""");
        await stop.CancelAsync();
        await loop;

        next.Request.RawUrl.ShouldBe("/2018-06-01/runtime/invocation/next");
        next.Request.UserAgent.ShouldStartWith("aws-lambda-dotnet/");
        error.Request.RawUrl.ShouldBe("/2018-06-01/runtime/invocation/r-1/error");
        body.ShouldContain("품절입니다");
    }

    private static async Task AnswerAsync(HttpListenerContext context, HttpStatusCode status, string body)
    {
        context.Response.StatusCode = (int)status;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
