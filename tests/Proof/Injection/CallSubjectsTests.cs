namespace KakaoWorkflow.Tests.Proof.Injection;

public sealed class CallSubjectsTests
{
    private const string Member = "0123456789abcdef0123456789abcdef";

    private readonly CallSubjects _subjects = new(new Dictionary<string, string>(StringComparer.Ordinal) { [Member] = "c1" });

    [Theory]
    [InlineData("{\"Key\":{\"PK\":{\"S\":\"MEMBER#" + Member + "\"}}}", "c1")]
    [InlineData("{\"Item\":{\"memberId\":{\"S\":\"" + Member + "\"}}}", "c1")]
    [InlineData("""{"Key":{"PK":{"S":"MEMBER#ffffffffffffffffffffffffffffffff"}}}""", "")]
    [InlineData("""{"Key":{"PK":{"S":"ORDER#1123-7K2QX9MT"}}}""", "")]
    [InlineData("""{"tid":"T1"}""", "")]
    [InlineData("", "")]
    public void Call_IsAboutTheMemberThatItNames(string body, string subject) => _subjects.Of(body).ShouldBe(subject);

    [Fact]
    public void OrderTransactionAndTokens_AreTheMembersFromThenOn()
    {
        _subjects.Of($$$"""{"Put":{"PK":{"S":"ORDER#1123-7K2QX9MT"} ,"memberId":{"S":"{{{Member}}}" } } }""").ShouldBe("c1");
        _subjects.Of("""{"MessageBody":"{\"orderId\":\"1123-7K2QX9MT\"}"}""").ShouldBe("c1");
        _subjects.Of("""{"name":"1123-7K2QX9MT"}""").ShouldBe("c1");
        _subjects.Of("""{"Key":{"PK":{"S":"ORDER#1123-7K2QX9MT"}},"V":{":tid":{"S":"T77"},":taskToken":{"S":"tok=="}}}""").ShouldBe("c1");
        _subjects.Of("""{"cid":"TC0ONETIME","tid":"T77"}""").ShouldBe("c1");
        _subjects.Of("""{"taskToken":"tok==","output":"{}"}""").ShouldBe("c1");
        _subjects.Of("""{"taskToken":"other"}""").ShouldBe("");
    }
}
