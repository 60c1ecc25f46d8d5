using Amazon.Runtime;

namespace KakaoWorkflow.Lambdas;

/// <summary>Lets AWS clients send through a handler that the environment brings.</summary>
internal sealed class InjectedHttpClients(Func<HttpMessageHandler> handler) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler(), disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
