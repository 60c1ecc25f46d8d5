using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Tests.Workflow.Skills.Answers;

public sealed class AnswerLimitTests
{
    private const string Url = "https://a.kr/1.png";

    /// <summary>The longest text that a field takes, and what makes a part of an answer with such a text.</summary>
    public static TheoryData<string, int> TextLimits => new()
    {
        { "simpleText.text", 1_000 },
        { "textCard.title", 50 },
        { "textCard.description", 400 },
        { "basicCard.title", 50 },
        { "basicCard.description", 230 },
        { "thumbnail.altText", 50 },
        { "itemCard.head.title", 30 },
        { "itemCard.title", 200 },
        { "itemCard.itemList.title", 6 },
        { "itemCard.itemList.description", 60 },
        { "itemCard.itemListSummary.title", 6 },
        { "itemCard.itemListSummary.description", 14 },
        { "listCard.header.title", 100 },
        { "listCard.items.title", 100 },
        { "listCard.items.description", 100 },
        { "buttons.label", 14 },
        { "buttons.messageText", 1_000 },
        { "quickReplies.label", 14 },
        { "quickReplies.messageText", 1_000 },
    };

    [Theory]
    [MemberData(nameof(TextLimits))]
    public void Text_Length_HasALimit(string field, int maxLength)
    {
        Make(field, new string('1', maxLength));
        Refused(() => Make(field, new string('1', maxLength + 1))).ShouldBe(field);
        Refused(() => Make(field, new string('1', 1_000_000))).ShouldBe(field);
    }

    [Theory]
    [MemberData(nameof(TextLimits))]
    public void Text_Blank_IsRefused(string field, int maxLength)
    {
        Refused(() => Make(field, "")).ShouldBe(field);
        Refused(() => Make(field, new string(' ', Math.Min(3, maxLength)))).ShouldBe(field);
    }

    [Theory]
    [InlineData("itemCard.head.title")]
    [InlineData("itemCard.itemList.title")]
    [InlineData("itemCard.itemListSummary.title")]
    [InlineData("itemCard.itemListSummary.description")]
    [InlineData("listCard.header.title")]
    [InlineData("buttons.label")]
    [InlineData("quickReplies.label")]
    public void Text_OfOneLine_TakesNoNewline(string field) => Refused(() => Make(field, "1\n2")).ShouldBe(field);

    [Fact]
    public void ItemDescription_ThirdLine_IsRefused()
    {
        Make("itemCard.itemList.description", "1\n2");
        Refused(() => Make("itemCard.itemList.description", "1\n2\n3")).ShouldBe("itemCard.itemList.description");
    }

    [Fact]
    public void TitleAndDescription_Together_HaveALimit()
    {
        _ = new TextCard(new string('가', 50), new string('가', 350));
        Refused(() => new TextCard(new string('가', 50), new string('가', 351))).ShouldBe("textCard");
        _ = new ItemCard(Items(1), title: new string('가', 100), description: new string('가', 100));
        Refused(() => new ItemCard(Items(1), title: new string('가', 100), description: new string('가', 101)))
            .ShouldBe("itemCard");
        _ = new ItemCard(Items(1), title: "가", description: string.Join('\n', Enumerable.Repeat("가", 11)));
        Refused(() => new ItemCard(Items(1), title: "가", description: string.Join('\n', Enumerable.Repeat("가", 12))))
            .ShouldBe("itemCard");
    }

    [Fact]
    public void Card_WithoutWhatItNeeds_IsRefused()
    {
        Refused(() => new TextCard(null)).ShouldBe("textCard");
        Refused(() => new ItemCard([])).ShouldBe("itemCard.itemList");
        Refused(() => new ItemCard(Items(1), description: "가")).ShouldBe("itemCard.description");
        Refused(() => new ListCard("가", [])).ShouldBe("listCard.items");
        Refused(() => new Carousel([])).ShouldBe("carousel.items");
    }

    [Fact]
    public void Items_Count_HasALimit()
    {
        _ = new ItemCard(Items(10));
        Refused(() => new ItemCard(Items(11))).ShouldBe("itemCard.itemList");
        _ = new ListCard("가", Lines(5));
        Refused(() => new ListCard("가", Lines(6))).ShouldBe("listCard.items");
    }

    [Theory]
    [InlineData(ButtonLayout.Vertical, 3)]
    [InlineData(ButtonLayout.Horizontal, 2)]
    public void Buttons_Count_HasALimit(ButtonLayout layout, int max)
    {
        foreach (var (owner, make) in new (string, Func<Button[], SkillCard>)[]
        {
            ("textCard", buttons => new TextCard("가", null, buttons, layout)),
            ("basicCard", buttons => new BasicCard(new Thumbnail(Url), "가", null, buttons, layout)),
            ("itemCard", buttons => new ItemCard(Items(1), buttons: buttons, layout: layout)),
            ("listCard", buttons => new ListCard("가", Lines(1), buttons, layout)),
        })
        {
            make([.. Enumerable.Repeat(Button.Operator("상담"), max)]);
            Refused(() => make([.. Enumerable.Repeat(Button.Operator("상담"), max + 1)])).ShouldBe($"{owner}.buttons");
        }
    }

    [Fact]
    public void ButtonLabel_SideBySide_IsShorter()
    {
        var eight = Button.Operator(new string('가', 8));
        var nine = Button.Operator(new string('가', 9));
        _ = new TextCard("가", null, [eight, eight], ButtonLayout.Horizontal);
        _ = new TextCard("가", null, [nine], ButtonLayout.Horizontal);
        _ = new TextCard("가", null, [nine, nine]);
        Refused(() => new TextCard("가", null, [eight, nine], ButtonLayout.Horizontal))
            .ShouldBe("textCard.buttons.label");
    }

    [Theory]
    [InlineData("24,000원")]
    [InlineData("24,000 KRW")]
    [InlineData("1.5 won")]
    [InlineData("₩24,000")]
    [InlineData("$1")]
    public void Summary_OfMoney_IsTaken(string description) =>
        new ItemListSummary("합계", description).Description.ShouldBe(description);

    [Theory]
    [InlineData("1,200P")]
    [InlineData("-1,000원")]
    [InlineData("약 1,000원")]
    [InlineData("1,000円")]
    [InlineData("１,０００원")]
    public void Summary_OfAnythingElse_IsRefused(string description) =>
        Refused(() => new ItemListSummary("합계", description)).ShouldBe("itemCard.itemListSummary.description");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("kakaotalk://web")]
    [InlineData("/pay/1")]
    [InlineData("")]
    public void Url_OfAnotherScheme_IsRefused(string url)
    {
        Refused(() => Button.WebLink("가", url)).ShouldBe("buttons.webLinkUrl");
        Refused(() => new Thumbnail(url)).ShouldBe("thumbnail.imageUrl");
        Refused(() => new Thumbnail(Url, linkUrl: url)).ShouldBe("thumbnail.link.web");
        Refused(() => ListItem.WebLink("가", url)).ShouldBe("listCard.items.link.web");
        Refused(() => ListItem.Plain("가", imageUrl: url)).ShouldBe("listCard.items.imageUrl");
    }

    [Fact]
    public void Extra_Size_HasALimit()
    {
        Dictionary<string, string> Extra(int length) => new() { ["id"] = new string('x', length - 2) };
        Button.Block("가", "b", extra: Extra(1_000));
        Refused(() => Button.Block("가", "b", extra: Extra(1_001))).ShouldBe("buttons.extra");
        Refused(() => Button.Message("가", "나", Extra(1_001))).ShouldBe("buttons.extra");
        Refused(() => QuickReply.Message("가", extra: Extra(1_001))).ShouldBe("quickReplies.extra");
        Refused(() => new ContextValue("a", 1, null, Extra(1_001))).ShouldBe("context.values.params");
        Refused(() => Button.Block("가", "b", extra: new Dictionary<string, string> { [""] = "x" }))
            .ShouldBe("buttons.extra");
    }

    [Fact]
    public void Context_NegativeNumber_IsRefused()
    {
        Refused(() => new ContextValue("a", -1)).ShouldBe("context.values.lifeSpan");
        Refused(() => new ContextValue("a", 1, -1)).ShouldBe("context.values.ttl");
        Refused(() => new ContextValue(" ", 1)).ShouldBe("context.values.name");
    }

    [Fact]
    public void Refusal_DoesNotEchoTheText() =>
        Should.Throw<SkillResponseLimitException>(() => new ItemListEntry("010-2345-6789", "가")).Message
            .ShouldBe("itemCard.itemList.title has 13 characters; 6 are allowed");

    private static object Make(string field, string text) => field switch
    {
        "simpleText.text" => new SimpleText(text),
        "textCard.title" => new TextCard(text),
        "textCard.description" => new TextCard(null, text),
        "basicCard.title" => new BasicCard(new Thumbnail(Url), text),
        "basicCard.description" => new BasicCard(new Thumbnail(Url), "가", text),
        "thumbnail.altText" => new Thumbnail(Url, text),
        "itemCard.head.title" => new ItemCard(Items(1), text),
        "itemCard.title" => new ItemCard(Items(1), title: text),
        "itemCard.itemList.title" => new ItemListEntry(text, "가"),
        "itemCard.itemList.description" => new ItemListEntry("가", text),
        "itemCard.itemListSummary.title" => new ItemListSummary(text, "1"),
        "itemCard.itemListSummary.description" => new ItemListSummary("가", text),
        "listCard.header.title" => new ListCard(text, Lines(1)),
        "listCard.items.title" => ListItem.Plain(text),
        "listCard.items.description" => ListItem.Plain("가", text),
        "buttons.label" => Button.Operator(text),
        "buttons.messageText" => Button.Message("가", text),
        "quickReplies.label" => QuickReply.Block(text, "b"),
        "quickReplies.messageText" => QuickReply.Message("가", text),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static ItemListEntry[] Items(int count) => [.. Enumerable.Repeat(new ItemListEntry("가", "나"), count)];

    private static ListItem[] Lines(int count) => [.. Enumerable.Repeat(ListItem.Plain("가"), count)];

    private static string Refused(Func<object> make) =>
        Should.Throw<SkillResponseLimitException>(() => { make(); }).Field;
}
