using Amazon.Runtime;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Lets an AWS client send all its calls by one HTTP client.</summary>
internal sealed class SharedHttpClient(HttpClient client) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
