using Microsoft.AspNetCore.Http;

namespace KakaoWorkflow.Tests.Emulator.AwsJson;

public sealed class AwsJsonEndpointTests
{
    [Theory]
    [InlineData("""{"text":"cut \ud83c"}""", "cut \uFFFD")]
    [InlineData("""{"text":"🍵"}""", "🍵")]
    public async Task Request_WithHalfAnEmoji_IsRead(string body, string read) =>
        (await SendAsync(Encoding.UTF8.GetBytes(body))).ShouldBe((200, read));

    [Fact]
    public async Task Request_WithBytesThatAreNoUtf8_IsRead() =>
        (await SendAsync([.. "{\"text\":\""u8, 0xF0, 0x9F, .. "\"}"u8])).ShouldBe((200, "\uFFFD"));

    [Fact]
    public async Task Request_NotJson_IsRefused() => (await SendAsync("{"u8.ToArray())).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"list":[{"text":"a","text":"b"}]}""")]
    public async Task Request_WithAMemberTwice_IsRefusedByName(string body)
    {
        var (status, text) = await SendAsync(Encoding.UTF8.GetBytes(body));
        status.ShouldBe(400);
        text.ShouldNotBeNull().ShouldContain("'text'");
    }

    private static async Task<(int Status, string? Text)> SendAsync(byte[] body)
    {
        var endpoint = new AwsJsonEndpoint([new Echo()], new SystemRandomSource(), NullLogger<AwsJsonEndpoint>.Instance);
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Headers["X-Amz-Target"] = "Echo.Say";
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentLength = body.Length;
        context.Response.Body = answer;
        await endpoint.HandleAsync(context);
        await context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(answer.ToArray())!;
        return (context.Response.StatusCode, (string?)(json["text"] ?? json["message"]));
    }

    private sealed class Echo : IAwsJsonService
    {
        public string TargetPrefix => "Echo";

        public Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
            Task.FromResult(new JsonObject { ["text"] = request["text"]!.GetValue<string>() });
    }
}
