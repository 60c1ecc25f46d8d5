using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace KakaoWorkflow.Tests.Compat.Lambda;

public sealed class SerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<EventJson> Serializer = new();

    [Fact]
    public void SqsEvent_AsLambdaSendsIt_IsReadWithoutRegardToCase()
    {
        var read = Read<SQSEvent>(
            """
            {"Records":[{"messageId":"m","receiptHandle":"h","body":"결제","md5OfBody":"x","eventSource":"aws:sqs",
              "eventSourceARN":"arn:aws:sqs:ap-northeast-2:000000000000:payment-callbacks","awsRegion":"ap-northeast-2",
              "attributes":{"ApproximateReceiveCount":"3"},
              "messageAttributes":{"raw":{"binaryValue":"AQID","dataType":"Binary","stringListValues":[],"binaryListValues":[]}}}]}
            """);

        var message = read.Records.ShouldHaveSingleItem();
        (message.MessageId, message.Body, message.EventSourceArn[^17..]).ShouldBe(("m", "결제", "payment-callbacks"));
        message.Attributes["ApproximateReceiveCount"].ShouldBe("3");
        message.MessageAttributes["raw"].BinaryValue.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void SqsBatchResponse_Written_HasTheNamesThatLambdaReads() =>
        Write(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m" }]))
            .ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"m"}]}""");

    [Fact]
    public void SqsBatchResponse_WithoutFailures_IsAnEmptyList() =>
        Write(new SQSBatchResponse()).ShouldBe("""{"batchItemFailures":[]}""");

    [Fact]
    public void HttpRequest_OfFormat2_IsRead()
    {
        var request = Read<APIGatewayHttpApiV2ProxyRequest>(
            """
            {"version":"2.0","routeKey":"GET /pay/{orderId}","rawPath":"/pay/o-1","rawQueryString":"a=1","cookies":["c=1"],
             "headers":{"user-agent":"KAKAOTALK"},"queryStringParameters":{"a":"1"},"pathParameters":{"orderId":"o-1"},
             "requestContext":{"http":{"method":"GET","path":"/pay/o-1","sourceIp":"203.0.113.7"},"timeEpoch":1700000000000,"stage":"$default"},
             "isBase64Encoded":false}
            """);

        request.PathParameters["orderId"].ShouldBe("o-1");
        request.RequestContext.Http.Method.ShouldBe("GET");
        request.RequestContext.TimeEpoch.ShouldBe(1700000000000);
        request.Cookies.ShouldBe(["c=1"]);
        request.Body.ShouldBeNull();
    }

    [Fact]
    public void HttpResponse_Written_HasTheNamesThatTheGatewayReadsAndNoNulls()
    {
        var response = new APIGatewayHttpApiV2ProxyResponse { StatusCode = 200, Body = "<b>커피</b>" };
        response.SetHeaderValues("cache-control", "no-store", append: false);
        response.SetHeaderValues("cache-control", ["private", "max-age=0"], append: true);

        Write(response).ShouldBe(
            """{"statusCode":200,"headers":{"cache-control":"no-store,private,max-age=0"},"body":"<b>커피</b>","isBase64Encoded":false}""");
    }

    [Fact]
    public void HttpResponse_HeaderSetAgain_IsReplaced()
    {
        var response = new APIGatewayHttpApiV2ProxyResponse();
        response.SetHeaderValues("a", "1", append: true);
        response.SetHeaderValues("a", "2", append: false);

        response.Headers["a"].ShouldBe("2");
    }

    [Fact]
    public void TypeThatTheContextLacks_IsRefusedByName()
    {
        var exception = Should.Throw<JsonSerializerException>(() => Write(new Version(1, 0)));

        exception.InnerException.ShouldBeOfType<JsonSerializerException>().Message
            .ShouldBe($"No JsonTypeInfo registered in {typeof(EventJson).FullName} for type System.Version.");
    }

    [Fact]
    public void PayloadThatIsNotJson_IsRefusedWithItsType()
    {
        var exception = Should.Throw<JsonSerializerException>(() => Read<SQSEvent>("{"));

        exception.Message.ShouldStartWith("Error converting the Lambda event JSON payload to type Amazon.Lambda.SQSEvents.SQSEvent");
    }

    [Theory]
    [InlineData("\"2026-03-01T00:00:00Z\"")]
    [InlineData("1772323200")]
    [InlineData("1772323200.0")]
    [InlineData("1772323200000")]
    public void DateTime_InEachFormOfAwsEvents_IsTheSameMoment(string json) =>
        Read<Dated>($$"""{"at":{{json}}}""").At.ShouldBe(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData("\"AQID\"")]
    [InlineData("[1,2,3]")]
    public void Bytes_AsTextOrNumbers_AreReadAndWrittenAsNumbers(string json)
    {
        var read = Read<Dated>($$"""{"bytes":{{json}}}""");

        read.Bytes.ShouldBe([1, 2, 3]);
        Write(read).ShouldContain("\"Bytes\":[1,2,3]");
    }

    private static T Read<T>(string json) => Serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
