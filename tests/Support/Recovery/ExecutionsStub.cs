using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.StepFunctions;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>The other end of the Step Functions protocol: executions are what a test says they are.</summary>
public sealed class ExecutionsStub : HttpMessageHandler
{
    public const string StateMachineArn = "arn:aws:states:ap-northeast-2:000000000000:stateMachine:order";

    private readonly ConcurrentDictionary<string, JsonObject> _executions = new(StringComparer.Ordinal);

    /// <summary>The task tokens with which executions were let go on.</summary>
    public ConcurrentBag<string> SentTokens { get; } = [];

    public AmazonStepFunctionsClient CreateClient() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonStepFunctionsConfig
        {
            ServiceURL = "http://states.test",
            AuthenticationRegion = "ap-northeast-2",
            HttpClientFactory = new Clients(this),
        });

    /// <summary>Whether Step Functions takes such calls.</summary>
    public bool CanResume { get; set; } = true;

    public void Running(OrderId orderId) => Set(orderId, "RUNNING", null, null);

    public void Succeeded(OrderId orderId, string outcome) =>
        Set(orderId, "SUCCEEDED", DateTimeOffset.UnixEpoch, new JsonObject { ["settlement"] = new JsonObject { ["outcome"] = outcome } }.ToJsonString());

    /// <summary>Step Functions does not know it, or not yet.</summary>
    public void Gone(OrderId orderId) => _executions.TryRemove(orderId, out _);

    public void Failed(OrderId orderId, DateTimeOffset stoppedAt) => Set(orderId, "FAILED", stoppedAt, null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.Headers.GetValues("X-Amz-Target").Single();
        if (target == "AWSStepFunctions.SendTaskSuccess")
        {
            SentTokens.Add((string)(await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!["taskToken"]!);
            return CanResume ? Answer(HttpStatusCode.OK, "{}") : throw new HttpRequestException("Step Functions is out of reach.");
        }
        target.ShouldBe("AWSStepFunctions.DescribeExecution");
        var arn = (string?)(await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!["executionArn"];
        return _executions.TryGetValue(arn!.Split(':')[^1], out var execution)
            ? Answer(HttpStatusCode.OK, execution.ToJsonString())
            : Answer(HttpStatusCode.BadRequest, """{"__type":"ExecutionDoesNotExist","message":"There is none."}""");
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0") };

    private void Set(OrderId orderId, string status, DateTimeOffset? stoppedAt, string? output)
    {
        var execution = new JsonObject
        {
            ["executionArn"] = orderId.ExecutionArn(StateMachineArn),
            ["stateMachineArn"] = StateMachineArn,
            ["name"] = orderId.ToString(),
            ["status"] = status,
            ["startDate"] = 0,
        };
        if (stoppedAt is { } instant)
            execution["stopDate"] = instant.ToUnixTimeSeconds();
        if (output is not null)
            execution["output"] = output;
        _executions[orderId] = execution;
    }

    private sealed class Clients(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
