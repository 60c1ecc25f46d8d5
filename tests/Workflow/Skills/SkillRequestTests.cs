using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Tests.Workflow.Skills;

public sealed class SkillRequestTests
{
    private const string Full = """
        {
          "intent": { "id": "i1", "name": "주문서", "extra": { "reason": { "code": 1, "message": "OK" } } },
          "userRequest": {
            "timezone": "Asia/Seoul",
            "params": { "surface": "Kakaotalk.plusfriend", "ignoreMe": true },
            "block": { "id": "b1", "name": "주문서" },
            "utterance": "주문 확인\n",
            "lang": "kr",
            "user": { "id": "user-1", "type": "botUserKey", "properties": { "isFriend": true } },
            "callbackUrl": "https://bot-api.example.kr/callback/1"
          },
          "bot": { "id": "bot-1", "name": "카페" },
          "action": {
            "id": "s1",
            "params": { "menu": "라떼", "count": "{\"amount\": 2, \"unit\": null}", "blank": " " },
            "detailParams": {
              "menu": { "origin": "라테", "value": "라떼", "groupName": "" },
              "blank": { "origin": "말", "value": "값", "groupName": "" },
              "said": { "origin": "말", "value": "", "groupName": "" },
              "gone": null
            },
            "clientExtra": { "sheetId": "s-1", "number": 7, "nothing": null, "list": ["a"] }
          },
          "contexts": [],
          "flow": { "trigger": { "type": "CARD_BUTTON_BLOCK" } },
          "new": { "key": [[[]]] }
        }
        """;

    [Fact]
    public void Parse_FullBody_ExposesWhatIsKnown()
    {
        var request = SkillRequest.Parse(Full);
        request.UserId.ShouldBe("user-1");
        request.Utterance.ShouldBe("주문 확인\n");
        request.BlockId.ShouldBe("b1");
        request.BotId.ShouldBe("bot-1");
        request.CallbackUrl.ShouldBe(new Uri("https://bot-api.example.kr/callback/1"));
        request.IsTestPanel.ShouldBeFalse();
        request.Param("menu").ShouldBe("라떼");
        request.Origin("menu").ShouldBe("라테");
        request.Param("count").ShouldBe("""{"amount": 2, "unit": null}""");
        request.ClientExtra("sheetId").ShouldBe("s-1");
    }

    [Fact]
    public void Parse_Utf8AndText_AreTheSame() =>
        SkillRequest.Parse(System.Text.Encoding.UTF8.GetBytes(Full)).Utterance
            .ShouldBe(SkillRequest.Parse(Full).Utterance);

    [Theory]
    [InlineData("blank", "값")]
    [InlineData("said", "말")]
    [InlineData("gone", null)]
    [InlineData("Menu", null)]
    public void Param_NotInParams_FallsBackToValueThenOrigin(string name, string? expected) =>
        SkillRequest.Parse(Full).Param(name).ShouldBe(expected);

    [Theory]
    [InlineData("number")]
    [InlineData("nothing")]
    [InlineData("list")]
    [InlineData("absent")]
    public void ClientExtra_NotAString_IsNull(string name) => SkillRequest.Parse(Full).ClientExtra(name).ShouldBeNull();

    [Fact]
    public void Parse_SmallestBody_LeavesTheRestEmpty()
    {
        var request = SkillRequest.Parse("""{"userRequest":{"user":{"id":"u"}}}""");
        request.UserId.ShouldBe("u");
        request.Utterance.ShouldBe("");
        request.BlockId.ShouldBeNull();
        request.BotId.ShouldBeNull();
        request.CallbackUrl.ShouldBeNull();
        request.IsTestPanel.ShouldBeFalse();
        request.Param("menu").ShouldBeNull();
        request.Origin("menu").ShouldBeNull();
        request.ClientExtra("sheetId").ShouldBeNull();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void Parse_NullOrEmptyClientExtra_IsTyped(string extra) =>
        Body(action: $$"""{"clientExtra":{{extra}}}""").ClientExtra("sheetId").ShouldBeNull();

    [Fact]
    public void Parse_TestPanel_IsKnown() =>
        SkillRequest.Parse("""{"userRequest":{"user":{"id":"u"},"params":{"surface":"BuilderBotTest"}}}""")
            .IsTestPanel.ShouldBeTrue();

    [Theory]
    [InlineData("""{"n":2}""", "2")]
    [InlineData("""{"n":{"amount":2}}""", """{"amount":2}""")]
    [InlineData("""{"n":["a"]}""", """["a"]""")]
    public void Param_NotAString_IsItsJson(string parameters, string expected) =>
        Body(action: $$"""{"params":{{parameters}}}""").Param("n").ShouldBe(expected);

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void Parse_UserIdLength_HasALimit(int length, bool isTaken)
    {
        var json = $$"""{ "userRequest": { "user": { "id": "{{new string('u', length)}}" } } }""";
        if (isTaken)
            SkillRequest.Parse(json).UserId.Length.ShouldBe(length);
        else
            Refused(json).Field.ShouldBe("userRequest.user.id");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Parse_BodySize_HasALimit(int above, bool isTaken)
    {
        const string Head = """{"userRequest":{"user":{"id":"u"}}}""";
        var json = Head.PadRight(SkillRequest.MaxBodyBytes + above);
        if (isTaken)
            SkillRequest.Parse(json).UserId.ShouldBe("u");
        else
            Refused(json).Message.ShouldContain("262144");
    }

    [Fact]
    public void Parse_FewCharactersOfManyBytes_CountsBytes() =>
        Refused($$"""{"a":"{{new string('가', SkillRequest.MaxBodyBytes / 3)}}"}""").Message.ShouldContain("larger");

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Parse_Nesting_HasALimit(int depth, bool isTaken)
    {
        var inner = new string('[', depth - 1) + new string(']', depth - 1);
        var json = $$$"""{"userRequest":{"user":{"id":"u"}},"deep":{{{inner}}}}""";
        if (isTaken)
            SkillRequest.Parse(json).UserId.ShouldBe("u");
        else
            Refused(json).Field.ShouldBe("body");
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("secret", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("\"010-2345-6789\"", "body")]
    [InlineData("{} {}", "body")]
    [InlineData("{'a':1}", "body")]
    [InlineData("""{"a":1,}""", "body")]
    [InlineData("""{"a":NaN}""", "body")]
    [InlineData("""{"userRequest":{"user":{"id":"u"},"user":{"id":"v"}}}""", "body")]
    [InlineData("""{"userRequest":{"user":{"id":"u","\u0069d":"v"}}}""", "body")]
    [InlineData("{}", "userRequest")]
    [InlineData("""{"userRequest":null}""", "userRequest")]
    [InlineData("""{"userRequest":[]}""", "userRequest")]
    [InlineData("""{"userRequest":{}}""", "userRequest.user")]
    [InlineData("""{"userRequest":{"user":"u"}}""", "userRequest.user")]
    [InlineData("""{"userRequest":{"user":{}}}""", "userRequest.user.id")]
    [InlineData("""{"userRequest":{"user":{"id":7}}}""", "userRequest.user.id")]
    [InlineData("""{"userRequest":{"user":{"id":" "}}}""", "userRequest.user.id")]
    [InlineData("""{"userRequest":{"user":{"id":"\ud800"}}}""", "userRequest.user.id")]
    [InlineData("""{"userRequest":{"user":{"id":"u"}},"action":"a"}""", "action")]
    [InlineData("""{"userRequest":{"user":{"id":"u"}},"action":{"params":{"\udc00":"a"}}}""", "body")]
    public void Parse_UnusableBody_NamesTheField(string json, string field) => Refused(json).Field.ShouldBe(field);

    [Theory]
    [InlineData("\"utterance\":7")]
    [InlineData("\"utterance\":\"\\ud800\"")]
    [InlineData("\"block\":\"b\"")]
    [InlineData("\"params\":[]")]
    [InlineData("\"params\":\"null\"")]
    [InlineData("\"callbackUrl\":\"http://a.kr\"")]
    [InlineData("\"callbackUrl\":\"null\"")]
    [InlineData("\"callbackUrl\":\"\"")]
    [InlineData("\"callbackUrl\":{}")]
    public void Parse_UnneededFieldOfTheCallOfAnotherType_IsReadAsAbsent(string field)
    {
        var request = SkillRequest.Parse(
            $$$$"""{"userRequest":{"user":{"id":"u"},{{{{field}}}}},"bot":{"id":true},"action":{"params":{"menu":"라떼"}}}""");
        (request.UserId, request.Utterance, request.BlockId, request.BotId, request.CallbackUrl, request.IsTestPanel)
            .ShouldBe(("u", "", null, null, null, false));
        request.Param("menu").ShouldBe("라떼");
    }

    [Theory]
    [InlineData("\"null\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("true")]
    public void Parse_PartOfTheActionOfAnotherType_IsReadAsAbsent(string value)
    {
        Body($$$"""{"clientExtra":{{{value}}},"params":{"menu":"라떼"}}""").HasClientExtra("orderId").ShouldBeFalse();
        Body($$$"""{"detailParams":{{{value}}},"params":{"menu":"라떼"}}""").Param("menu").ShouldBe("라떼");
        Body($$$"""{"detailParams":{"menu":{{{value}}}},"params":{"menu":"라떼"}}""").Param("menu").ShouldBe("라떼");
        Body($$$$"""{"params":{{{{value}}}},"detailParams":{"menu":{"origin":"라떼","value":"라떼"}}}""").Param("menu").ShouldBe("라떼");
    }

    [Fact]
    public void Parse_HalfASurrogatePair_HidesThatValueOnly()
    {
        var request = Body("""{"params":{"a":"\udc00","menu":"라떼"},"clientExtra":{"orderId":"\udc00"}}""");
        (request.Param("a"), request.Param("menu"), request.ClientExtra("orderId"), request.HasClientExtra("orderId"))
            .ShouldBe((null, "라떼", null, true));
    }

    [Theory]
    [InlineData("""{"userRequest":{"user":{"id":["010-2345-6789"]}}}""")]
    [InlineData("""{"010-2345-6789":1,"010-2345-6789":2}""")]
    public void Parse_UnusableBody_IsNotEchoed(string json) => Refused(json).ToString().ShouldNotContain("2345");

    [Fact]
    public void Parse_LoneSurrogate_IsRefused() => Refused("{\"a\":\"\uD83D\"}").Message.ShouldContain("Unicode");

    [Theory]
    [InlineData("""{"userRequest":{"user":{"id":"?"}}}""")]
    [InlineData("""{"userRequest":{"user":{"id":"u"}},"action":{"params":{"?":"a"}}}""")]
    [InlineData("""{"userRequest":{"user":{"id":"u"}},"action":{"params":{"a":["?"]}}}""")]
    [InlineData("""{"userRequest":{"user":{"id":"u"}},"action":{"clientExtra":{"a":"?"}}}""")]
    public void Parse_BytesThatAreNoUtf8_AreRefused(string json)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(json);
        bytes.AsSpan().Replace((byte)'?', (byte)0xC3);
        Should.Throw<InvalidSkillRequestException>(() => SkillRequest.Parse(bytes)).Field.ShouldBe("body");
    }

    [Fact]
    public void ToString_HoldsNothingAboutThePerson() =>
        SkillRequest.Parse(Full).ToString().ShouldBe("skill call of block b1");

    private static SkillRequest Body(string action) =>
        SkillRequest.Parse($$$"""{"userRequest":{"user":{"id":"u"}},"action":{{{action}}}}""");

    private static InvalidSkillRequestException Refused(string json) =>
        Should.Throw<InvalidSkillRequestException>(() => SkillRequest.Parse(json));
}
