using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class KakaoPayClientSilenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_NoAnswerInTime_IsUnanswered()
    {
        var time = new FakeTimeProvider();
        var client = new KakaoPayClient(new HttpClient(new NeverHandler()), Samples.Options, time);
        var call = client.OrderAsync(Samples.Tid, Cancellation);

        time.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        call.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromTicks(1));
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(call);
        error.HttpStatus.ShouldBeNull();
        error.Message.ShouldContain("15 s");
    }

    [Fact]
    public async Task Call_GivenUpByTheCaller_IsCancelled()
    {
        using var source = new CancellationTokenSource();
        var client = new KakaoPayClient(new HttpClient(new NeverHandler()), Samples.Options, new FakeTimeProvider());
        var call = client.OrderAsync(Samples.Tid, source.Token);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    [Fact]
    public async Task Call_NobodyListening_IsUnanswered()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        using var http = new HttpClient();
        var options = Samples.Options with { BaseUrl = new Uri($"http://127.0.0.1:{port}") };
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(
            () => new KakaoPayClient(http, options, new FakeTimeProvider())
                .ApproveAsync(Samples.Approve, Cancellation));
        error.ToString().ShouldNotContain(Samples.Key);
        error.ToString().ShouldNotContain(Samples.Token);
    }

    [Fact]
    public async Task Call_ConnectionLostAmidTheAnswer_IsUnanswered()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var peer = await listener.AcceptTcpClientAsync(Cancellation);
            (await peer.GetStream().ReadAsync(new byte[16 * 1024], Cancellation)).ShouldBePositive();
            await peer.GetStream().WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"u8.ToArray(), Cancellation);
        }, Cancellation);

        using var http = new HttpClient();
        var options =
            Samples.Options with { BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}") };
        await Should.ThrowAsync<KakaoPayUnansweredException>(
            () => new KakaoPayClient(http, options, new FakeTimeProvider()).OrderAsync(Samples.Tid, Cancellation));
        await answering;
    }

    private sealed class NeverHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, new FakeTimeProvider(), cancellationToken);
            throw new InvalidOperationException("Infinity has passed.");
        }
    }
}
