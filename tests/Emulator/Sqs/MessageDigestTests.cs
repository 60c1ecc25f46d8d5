using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

public sealed class MessageDigestTests
{
    [Fact]
    public void OfBody_IsTheMd5OfItsUtf8() => MessageDigest.OfBody("test").ShouldBe("098f6bcd4621d373cade4e832627b4f6");

    /// <summary>The digests here and below are those that AWS itself answered for the same attributes.</summary>
    [Fact]
    public void OfAttributes_MatchesWhatAwsAnswers()
    {
        var attributes = new Dictionary<string, MessageAttributeValue>
        {
            ["Help.Me"] = new("String", "Me", null),
            ["Hello"] = new("String", "There", null),
            ["General"] = new("String", "Kenobi", null),
        };
        MessageDigest.OfAttributes(attributes).ShouldBe("4c360f3fdafd970e05fae2f149d997f5");
        MessageDigest.OfAttributes([]).ShouldBeNull();
    }

    [Fact]
    public void OfAttributes_OfBytes_MatchesWhatAwsAnswers()
    {
        var bytes = "traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01"u8.ToArray();
        MessageDigest.OfAttributes([new("attr1", new MessageAttributeValue("Binary", null, bytes))])
            .ShouldBe("8cbe4db156db8a94db8b801b7addb984");
    }
}
