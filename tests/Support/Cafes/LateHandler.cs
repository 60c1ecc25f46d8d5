namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Sends to services that start with the first call: most tests need none of them.</summary>
internal sealed class LateHandler(Func<Task<LocalServices>> services) : HttpMessageHandler
{
    private static readonly HttpMessageInvoker Network = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri((await services()).Address, request.RequestUri!.PathAndQuery);
        return await Network.SendAsync(request, cancellationToken);
    }
}
