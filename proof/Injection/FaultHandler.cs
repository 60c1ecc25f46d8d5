namespace KakaoWorkflow.Proof.Injection;

/// <summary>Carries the calls of one function to one service.</summary>
internal sealed class FaultHandler(FaultInjector injector, HostLife life, string function, string service) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        injector.SendAsync(life, function, service, request, cancellationToken);
}
