using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport.Internals;

public sealed class ErrorDocumentTests
{
    private const int Limit = 256 * 1024;

    [Fact]
    public void Document_OfAThrownException_HasItsMembersInOrder()
    {
        var exception = Should.Throw<InvalidOperationException>(() => throw new InvalidOperationException("주문 없음"));

        var document = JsonNode.Parse(ErrorDocument.Write(exception))!.AsObject();

        document.Select(member => member.Key).ShouldBe(["errorType", "errorMessage", "stackTrace"]);
        document["errorMessage"]!.GetValue<string>().ShouldBe("주문 없음");
        document["stackTrace"]!.AsArray().ShouldAllBe(line => line!.GetValue<string>().StartsWith("at "));
    }

    [Fact]
    public void Document_OfAnAggregate_ListsItsCauses()
    {
        var document = JsonNode.Parse(ErrorDocument.Write(new AggregateException(new TimeoutException("a"), new FormatException("b"))))!;

        document["cause"]!["errorType"]!.GetValue<string>().ShouldBe("TimeoutException");
        document["causes"]!.AsArray().Select(cause => cause!["errorType"]!.GetValue<string>()).ShouldBe(["TimeoutException", "FormatException"]);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    public void Document_OfAChain_FollowsSixteenCauses(int causes)
    {
        var exception = new InvalidOperationException("last");
        for (var index = 0; index < causes; index++)
        {
            exception = new InvalidOperationException("outer", exception);
        }

        var depth = 0;
        for (var node = JsonNode.Parse(ErrorDocument.Write(exception))!["cause"]; node is not null; node = node["cause"])
        {
            depth++;
        }

        depth.ShouldBe(16);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Document_BeyondTheLimit_IsReplacedByANote(int excess, bool replaced)
    {
        var frame = ErrorDocument.Write(new InvalidOperationException(string.Empty)).Length;

        var document = ErrorDocument.Write(new InvalidOperationException(new string('a', Limit - frame + excess)));

        Encoding.UTF8.GetString(document).Contains("256KB", StringComparison.Ordinal).ShouldBe(replaced);
        document.Length.ShouldBe(replaced ? document.Length : Limit);
    }

    [Fact]
    public void XRayCause_WithKoreanAndLongText_IsAShortLineOfAscii()
    {
        var exception = Should.Throw<InvalidOperationException>(() => throw new InvalidOperationException(new string('가', 100_000)));

        var cause = XRayCause.Write(exception);

        cause.ShouldAllBe(character => character >= ' ' && character < 127);
        cause.Length.ShouldBeLessThan(32 * 1024);
        JsonNode.Parse(cause)!["exceptions"]![0]!["stack"]![0]!["label"]!.GetValue<string>()
            .ShouldContain(nameof(XRayCause_WithKoreanAndLongText_IsAShortLineOfAscii));
    }
}
