using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Compat;

/// <summary>A request as it reached the other side.</summary>
internal sealed record RecordedCall(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public void ShouldBe(string target, string json)
    {
        Method.ShouldBe("POST");
        Uri.AbsolutePath.ShouldBe("/");
        Headers["X-Amz-Target"].ShouldBe(target);
        Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
        JsonNode.DeepEquals(JsonNode.Parse(Body), JsonNode.Parse(json)).ShouldBeTrue($"Sent: {Body}\nExpected: {json}");
    }
}
