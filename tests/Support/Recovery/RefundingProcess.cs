using Amazon.DynamoDBv2;
using Amazon.Runtime;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>A process that refunds orders of a café, over a wire that may fail.</summary>
internal sealed class RefundingProcess : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb;
    private readonly HttpClient _http;

    public RefundingProcess(TableServer server, RecoveryCafe cafe)
    {
        _http = new HttpClient(Wire, disposeHandler: false);
        _dynamoDb = new(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = server.Client.Config.ServiceURL,
                AuthenticationRegion = server.Client.Config.AuthenticationRegion,
                HttpClientFactory = new Clients(_http),
            });
        Refund = new RefundOrder(
            new OrderTable(_dynamoDb, cafe.Table.Name, RealTime.Clock),
            new KakaoPayGateway(new KakaoPayClient(_http, cafe.Host.Options, cafe.Host.ClientTime)),
            cafe.Time);
    }

    public RefundWire Wire { get; } = new();

    public RefundOrder Refund { get; }

    public void Dispose()
    {
        _dynamoDb.Dispose();
        _http.Dispose();
        Wire.Dispose();
    }

    private sealed class Clients(HttpClient http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
