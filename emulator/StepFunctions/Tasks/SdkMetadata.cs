using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>What Step Functions adds to the answers of service integrations.</summary>
internal static class SdkMetadata
{
    /// <summary>Adds <c>SdkHttpMetadata</c> and <c>SdkResponseMetadata</c>.</summary>
    public static void AddTo(JsonObject answer, string requestId, string contentType)
    {
        answer["SdkHttpMetadata"] = new JsonObject
        {
            ["AllHttpHeaders"] = new JsonObject
            {
                ["x-amzn-RequestId"] = new JsonArray(requestId),
                ["Content-Type"] = new JsonArray(contentType),
            },
            ["HttpHeaders"] = new JsonObject { ["Content-Type"] = contentType, ["x-amzn-RequestId"] = requestId },
            ["HttpStatusCode"] = 200,
        };
        answer["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = requestId };
    }
}
