using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>Answers for SQS and Step Functions: whatever is sent is taken. Nothing comes of it, except that a started order begins.</summary>
/// <param name="begin">Runs the first steps of a started order.</param>
internal sealed class AwsDouble(Func<string, Task> begin) : HttpMessageHandler
{
    private const string ExecutionArn = "arn:aws:states:ap-northeast-2:000000000000:execution:order:1";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = (JsonObject)JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        switch (WatchedHandler.OperationOf(request))
        {
            case "SendMessage":
                return Answer(new JsonObject { ["MessageId"] = "message-1", ["MD5OfMessageBody"] = MessageDigest.OfBody((string)body["MessageBody"]!) });
            case "StartExecution":
                await begin((string)body["name"]!);
                return Answer(new JsonObject { ["executionArn"] = ExecutionArn, ["startDate"] = 0 });
            case "DescribeExecution" when Trial.Current is { ExecutionsRun: true }:
                return Answer(new JsonObject { ["executionArn"] = ExecutionArn, ["name"] = "1", ["status"] = "RUNNING", ["startDate"] = 0 });
            case "DescribeExecution":
                return Answer(new JsonObject { ["__type"] = "ExecutionDoesNotExist", ["message"] = "" }, HttpStatusCode.BadRequest);
            default:
                return Answer([]);
        }
    }

    private static HttpResponseMessage Answer(JsonObject body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
}
