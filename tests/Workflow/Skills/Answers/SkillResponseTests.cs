using System.Text;
using System.Text.Json;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Tests.Workflow.Skills.Answers;

public sealed class SkillResponseTests
{
    private static readonly Dictionary<string, string> Extra = new() { ["sheetId"] = "s-1" };

    [Fact]
    public void ToJson_OrderSheet_IsTheDocumentedShape()
    {
        var card = new ItemCard(
            [new("메뉴", "카페라떼"), new("수량", "2잔")],
            head: "주문서",
            summary: new("합계", "24,000원"),
            title: "확인해 주세요",
            description: "10분 안에 <결제>",
            buttons:
            [
                Button.WebLink("결제하기", "https://order.example.kr/pay/1?s=a&b=c"),
                Button.Block("다시 쓰기", "b1", extra: Extra),
            ]);
        var response = SkillResponse.Of(card)
            .WithQuickReplies(QuickReply.Block("주문 취소", "b2", "취소할게요", Extra), QuickReply.Message("메뉴 보기"))
            .WithContext(
                new ContextValue("ordering", lifeSpan: 5, ttlSeconds: 600, Extra),
                new ContextValue("old", lifeSpan: 0));

        response.ToJson().ShouldBe(Compact("""
            {"version":"2.0","template":{"outputs":[{"itemCard":{
              "head":{"title":"주문서"},
              "itemList":[{"title":"메뉴","description":"카페라떼"},{"title":"수량","description":"2잔"}],
              "itemListAlignment":"right",
              "itemListSummary":{"title":"합계","description":"24,000원"},
              "title":"확인해 주세요","description":"10분 안에 <결제>",
              "buttons":[
                {"label":"결제하기","action":"webLink","webLinkUrl":"https://order.example.kr/pay/1?s=a&b=c"},
                {"label":"다시 쓰기","action":"block","blockId":"b1","extra":{"sheetId":"s-1"}}],
              "buttonLayout":"vertical"}}],
             "quickReplies":[
              {"label":"주문 취소","action":"block","messageText":"취소할게요","blockId":"b2","extra":{"sheetId":"s-1"}},
              {"label":"메뉴 보기","action":"message","messageText":"메뉴 보기"}]},
             "context":{"values":[
              {"name":"ordering","lifeSpan":5,"ttl":600,"params":{"sheetId":"s-1"}},
              {"name":"old","lifeSpan":0}]}}
            """));
    }

    [Fact]
    public void ToJson_OtherCards_AreTheDocumentedShapes()
    {
        var response = SkillResponse.Of(
            new TextCard(
                "제목", "설명", [Button.Phone("전화", "02-123-4567"), Button.Operator("상담 연결")], ButtonLayout.Horizontal),
            new BasicCard(new Thumbnail("https://a.kr/1.png", "커피", isSquare: true, "https://a.kr"), "제목"),
            new ListCard(
                "메뉴",
                [
                    ListItem.Block("라떼", "b1", "4,500원", "https://a.kr/2.png", "라떼 주세요", Extra),
                    ListItem.WebLink("지도", "https://a.kr/map"),
                    ListItem.Message("소개", "소개해 줘"),
                    ListItem.Plain("쉬는 날", "월요일"),
                ]));

        response.ToJson().ShouldBe(Compact("""
            {"version":"2.0","template":{"outputs":[
             {"textCard":{"title":"제목","description":"설명","buttons":[
              {"label":"전화","action":"phone","phoneNumber":"02-123-4567"},{"label":"상담 연결","action":"operator"}],
              "buttonLayout":"horizontal"}},
             {"basicCard":{"title":"제목","thumbnail":{
              "imageUrl":"https://a.kr/1.png","altText":"커피","fixedRatio":true,"link":{"web":"https://a.kr"}}}},
             {"listCard":{"header":{"title":"메뉴"},"items":[
              {"title":"라떼","description":"4,500원","imageUrl":"https://a.kr/2.png",
               "action":"block","messageText":"라떼 주세요","blockId":"b1","extra":{"sheetId":"s-1"}},
              {"title":"지도","link":{"web":"https://a.kr/map"}},
              {"title":"소개","action":"message","messageText":"소개해 줘"},
              {"title":"쉬는 날","description":"월요일"}]}}]}}
            """));
    }

    [Fact]
    public void ToJson_Carousel_IsTheDocumentedShape() =>
        SkillResponse.Of(new Carousel([new TextCard("가"), new TextCard("나")])).ToJson().ShouldBe(Compact("""
            {"version":"2.0","template":{"outputs":[
             {"carousel":{"type":"textCard","items":[{"title":"가"},{"title":"나"}]}}]}}
            """));

    [Fact]
    public void ToJson_AnyText_SurvivesTheWayThroughJson()
    {
        const string Text = "\"따옴표\" \\ \n\t\u0001\u2028 😀 </script>";
        TextIn(SkillResponse.Text(Text)).ShouldBe(Text);
    }

    [Fact]
    public void ToJson_LoneSurrogate_IsStillJson() => TextIn(SkillResponse.Text("a\uD83Db")).ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Outputs_Count_HasLimits(int count, bool isTaken) =>
        Check(isTaken, "template.outputs", () => SkillResponse.Of([.. Enumerable.Repeat(new SimpleText("가"), count)]));

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void QuickReplies_Count_HasALimit(int count, bool isTaken)
    {
        var replies = Enumerable.Repeat(QuickReply.Message("가"), count - 1).ToList();
        Check(isTaken, "template.quickReplies", () =>
            SkillResponse.Text("가").WithQuickReplies(replies).WithQuickReplies(QuickReply.Message("나")));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Context_Count_HasALimit(int count, bool isTaken) => Check(isTaken, "context.values", () =>
        SkillResponse.Text("가").WithContext([.. Enumerable.Repeat(new ContextValue("a", 1), count)]));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void ToUtf8Json_Size_HasALimit(int above, bool isTaken)
    {
        // Every reply adds the same number of bytes, so the last text brings the body to the limit exactly.
        var replies = Enumerable.Repeat(QuickReply.Message("가", new string('가', 970)), 10).ToList();
        SkillResponse Response(int length) => SkillResponse.Text(new string('a', length)).WithQuickReplies(replies);
        var room = SkillResponse.MaxBytes - Response(1).ToUtf8Json().Length + 1;

        room.ShouldBeInRange(1, SimpleText.MaxLength - 1);
        Check(isTaken, "body", () => Response(room + above).ToUtf8Json().Length.ShouldBe(SkillResponse.MaxBytes));
    }

    [Fact]
    public void With_LeavesTheOriginalAlone()
    {
        var response = SkillResponse.Text("가");
        response.WithQuickReplies(QuickReply.Message("나")).QuickReplies.Count.ShouldBe(1);
        response.QuickReplies.ShouldBeEmpty();
    }

    private static void Check(bool isTaken, string field, Action make)
    {
        if (isTaken)
            make();
        else
            Should.Throw<SkillResponseLimitException>(make).Field.ShouldBe(field);
    }

    private static string? TextIn(SkillResponse response)
    {
        using var json = JsonDocument.Parse(response.ToUtf8Json());
        var outputs = json.RootElement.GetProperty("template").GetProperty("outputs");
        return outputs[0].GetProperty("simpleText").GetProperty("text").GetString();
    }

    private static string Compact(string json)
    {
        var lines = json.Split('\n').Select(line => line.Trim());
        var compact = new StringBuilder().AppendJoin("", lines).ToString();
        JsonDocument.Parse(compact).Dispose();
        return compact;
    }
}
