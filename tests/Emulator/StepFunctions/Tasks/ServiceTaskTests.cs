using System.Net;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Tasks;

public sealed class ServiceTaskTests
{
    private readonly TestService _service = new();

    [Fact]
    public async Task Call_Succeeding_AddsTheSdksMetadata()
    {
        _service.Answer = (_, _) => new JsonObject { ["MessageId"] = "m" };

        var result = (await Task("SQS").CallAsync("SendMessage", JsonNode.Parse("""{"QueueUrl":"q","MessageBody":"text"}"""), CancellationToken.None))!;
        result["MessageId"]!.GetValue<string>().ShouldBe("m");
        result["SdkHttpMetadata"]!["HttpStatusCode"]!.GetValue<int>().ShouldBe(200);
        result["SdkResponseMetadata"]!["RequestId"]!.GetValue<string>().Length.ShouldBe(36);
    }

    [Theory]
    [InlineData("""{"a":"주문"}""", """{"a":"주문"}""")]
    [InlineData("[1]", "[1]")]
    [InlineData("\"text\"", "text")]
    public async Task MessageBody_ThatIsJson_IsSentAsItsText(string body, string sent)
    {
        await Task("SQS").CallAsync("SendMessage", JsonNode.Parse($$"""{"MessageBody":{{body}}}"""), CancellationToken.None);

        _service.Calls.ShouldHaveSingleItem().Request["MessageBody"]!.GetValue<string>().ShouldBe(sent);
    }

    [Fact]
    public async Task Service_Refusing_IsNamedByItsCode()
    {
        _service.Answer = (_, _) => throw new AwsJsonException("ConditionalCheckFailedException", "The conditional request failed");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Task("DynamoDB").CallAsync("PutItem", new JsonObject(), CancellationToken.None));
        failure.Error.ShouldBe("DynamoDB.ConditionalCheckFailedException");
        failure.Cause!.ShouldStartWith("The conditional request failed (Service: DynamoDB; Status Code: 400;");
    }

    [Fact]
    public async Task Service_OutOfReach_IsAClientError()
    {
        _service.Answer = (_, _) => throw new HttpRequestException("refused");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Task("DynamoDB").CallAsync("PutItem", new JsonObject(), CancellationToken.None));
        failure.Error.ShouldBe("DynamoDB.SdkClientException");
    }

    [Fact]
    public async Task Http_Call_IsAnAwsJsonRequest()
    {
        using var handler = new TestHandler(HttpStatusCode.OK, """{"Item":{"pk":{"S":"a"}}}""");
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://127.0.0.1:8000") };

        var answer = await new HttpIntegration(client, "DynamoDB_20120810", "local", "ap-northeast-2")
            .CallAsync("GetItem", new JsonObject { ["TableName"] = "t" }, CancellationToken.None);
        answer["Item"]!["pk"]!["S"]!.GetValue<string>().ShouldBe("a");
        handler.Target.ShouldBe("DynamoDB_20120810.GetItem");
        handler.Body.ShouldBe("""{"TableName":"t"}""");
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"no table"}""", "ResourceNotFoundException", "no table")]
    [InlineData("""{"__type":"ValidationException","Message":"bad"}""", "ValidationException", "bad")]
    [InlineData("<html>", "InternalFailure", "The service answered HTTP 400.")]
    public async Task Http_Error_IsReadFromTheBody(string body, string code, string message)
    {
        using var handler = new TestHandler(HttpStatusCode.BadRequest, body);
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://127.0.0.1:8000") };

        var error = await Should.ThrowAsync<AwsJsonException>(() => new HttpIntegration(client, "X", "local", "r").CallAsync("Y", [], CancellationToken.None));
        (error.Code, error.Message, error.Status).ShouldBe((code, message, 400));
    }

    private ServiceTask Task(string prefix) => new(_service, prefix, new SeededRandomSource(1));

    private sealed class TestHandler(HttpStatusCode status, string answer) : HttpMessageHandler
    {
        public string? Target { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Target = request.Headers.GetValues("X-Amz-Target").Single();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(status) { Content = new StringContent(answer) };
        }
    }
}
