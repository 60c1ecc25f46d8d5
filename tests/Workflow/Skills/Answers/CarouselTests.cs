using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Tests.Workflow.Skills.Answers;

public sealed class CarouselTests
{
    private static readonly Thumbnail Wide = new("https://a.kr/1.png");
    private static readonly Thumbnail Square = new("https://a.kr/1.png", isSquare: true);

    [Fact]
    public void Cards_Count_HasALimit()
    {
        Of(10, new TextCard("가"));
        Refused(() => Of(11, new TextCard("가"))).ShouldBe("carousel.items");
        Of(5, new ListCard("가", Lines(4)));
        Refused(() => Of(6, new ListCard("가", Lines(4)))).ShouldBe("carousel.items");
    }

    [Fact]
    public void Cards_OfSeveralKindsOrShapes_AreRefused()
    {
        Refused(() => new Carousel([new TextCard("가"), new BasicCard(Wide)])).ShouldBe("carousel.items");
        Refused(() => new Carousel([new BasicCard(Wide), new BasicCard(Square)])).ShouldBe("carousel.items");
        Refused(() => new Carousel([new ItemCard(Items(1), "가"), new ItemCard(Items(1))])).ShouldBe("carousel.items");
    }

    [Fact]
    public void Card_LimitsAreNarrower()
    {
        Of(1, new TextCard("가", new string('가', 128)));
        Refused(() => Of(1, new TextCard("가", new string('가', 129)))).ShouldBe("carousel.textCard.description");
        Of(1, new BasicCard(Wide, "가\n나", "가\n나"));
        Refused(() => Of(1, new BasicCard(Wide, "가\n나\n다"))).ShouldBe("carousel.basicCard.title");
        Refused(() => Of(1, new BasicCard(Wide, "가", "가\n나\n다"))).ShouldBe("carousel.basicCard.description");
        Of(1, new ItemCard(Items(5), title: new string('가', 100)));
        Refused(() => Of(1, new ItemCard(Items(6)))).ShouldBe("carousel.itemCard.itemList");
        Refused(() => Of(1, new ItemCard(Items(5), title: new string('가', 101)))).ShouldBe("carousel.itemCard");
        Refused(() => Of(1, new ListCard("가", Lines(5)))).ShouldBe("carousel.listCard.items");
    }

    private static Carousel Of(int count, SkillCard card) => new([.. Enumerable.Repeat(card, count)]);

    private static ItemListEntry[] Items(int count) => [.. Enumerable.Repeat(new ItemListEntry("가", "나"), count)];

    private static ListItem[] Lines(int count) => [.. Enumerable.Repeat(ListItem.Plain("가"), count)];

    private static string Refused(Func<object> make) =>
        Should.Throw<SkillResponseLimitException>(() => { make(); }).Field;
}
