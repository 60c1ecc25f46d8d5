using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Paths;

public sealed class JsonPathTests
{
    private const string Store = """
        {
          "store": {
            "book": [
              {"title": "A", "price": 8.95, "tags": ["x"]},
              {"title": "B", "price": 12.99, "isbn": null},
              {"title": "C", "price": 22.5, "isbn": "3-1"}
            ],
            "open": true
          },
          "limit": 10,
          "dash-ed": 1,
          "한글": "네",
          "a.b": 2,
          "null": null,
          "numbers": [0, 10, 20, 30]
        }
        """;

    [Theory]
    [InlineData("$.store.open", "true")]
    [InlineData("$['store']['open']", "true")]
    [InlineData("$[\"store\"].open", "true")]
    [InlineData("$.dash-ed", "1")]
    [InlineData("$.한글", "\"네\"")]
    [InlineData("$['a.b']", "2")]
    [InlineData("$.a\\.b", "2")]
    [InlineData("$.null", "null")]
    [InlineData("$.numbers[0]", "0")]
    [InlineData("$.numbers[-1]", "30")]
    [InlineData("$.store.book[1].title", "\"B\"")]
    [InlineData("$.store.book[0]['title','price']", """{"title":"A","price":8.95}""")]
    public void TryRead_DefinitePath_GivesTheValueItself(string path, string expected)
    {
        var compiled = JsonPath.Parse(path);
        compiled.IsDefinite.ShouldBeTrue();
        JsonText.Write(compiled.Evaluate(Given.Scope(Store))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("$.store.book[*].title", """["A","B","C"]""")]
    [InlineData("$.store.book.*.title", """["A","B","C"]""")]
    [InlineData("$..title", """["A","B","C"]""")]
    [InlineData("$..book[0].title", """["A"]""")]
    [InlineData("$.numbers[1:3]", "[10,20]")]
    [InlineData("$.numbers[:2]", "[0,10]")]
    [InlineData("$.numbers[2:]", "[20,30]")]
    [InlineData("$.numbers[-2:]", "[20,30]")]
    [InlineData("$.numbers[:-3]", "[0]")]
    [InlineData("$.numbers[9:]", "[]")]
    [InlineData("$.numbers[0,3]", "[0,30]")]
    [InlineData("$.numbers[0, 9]", "[0]")]
    [InlineData("$.store['book','open'][0].title", """["A"]""")]
    [InlineData("$.store.book[*].isbn", """[null,"3-1"]""")]
    [InlineData("$.limit[*]", "[]")]
    [InlineData("$.limit..x", "[]")]
    public void TryRead_IndefinitePath_GivesAnArray(string path, string expected)
    {
        var compiled = JsonPath.Parse(path);
        compiled.IsDefinite.ShouldBeFalse();
        JsonText.Write(compiled.Evaluate(Given.Scope(Store))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("@.price > 10", "BC")]
    [InlineData("@.price >= 12.99", "BC")]
    [InlineData("@.price < 9", "A")]
    [InlineData("@.price <= 8.950", "A")]
    [InlineData("@.price == 22.50", "C")]
    [InlineData("@.price != 22.5", "AB")]
    [InlineData("@.title == 'B'", "B")]
    [InlineData("@.title > \"A\"", "BC")]
    [InlineData("@['title'] == 'A'", "A")]
    [InlineData("@.isbn", "BC")]
    [InlineData("!@.isbn", "A")]
    [InlineData("@.isbn == null", "B")]
    [InlineData("@.tags[0] == 'x'", "A")]
    [InlineData("@.price > 10 && @.price < 20", "B")]
    [InlineData("@.price < 9 || @.price > 20", "AC")]
    [InlineData("!(@.price < 9 || @.price > 20)", "B")]
    [InlineData("@.title == 'A' || @.isbn && @.price > 20", "AC")]
    [InlineData("@.price > $.limit", "BC")]
    [InlineData("@.title > 1", "")]
    [InlineData("@.missing < 5", "")]
    [InlineData("@.missing != 5", "ABC")]
    [InlineData("true == false", "")]
    public void TryRead_Filter_KeepsTheElementsThatPass(string filter, string titles)
    {
        var found = JsonPath.Parse($"$.store.book[?({filter})].title").Evaluate(Given.Scope(Store))!.AsArray();
        string.Concat(found.Select(title => title!.GetValue<string>())).ShouldBe(titles);
    }

    [Fact]
    public void TryRead_FilterOfAnObject_TestsTheObjectItself() =>
        JsonText.Write(JsonPath.Parse("$.store[?(@.open == true)].open").Evaluate(Given.Scope(Store))).ShouldBe("[true]");

    [Fact]
    public void TryRead_FilterBehindADescent_FindsEachElementOnce() =>
        JsonText.Write(JsonPath.Parse("$..[?(@.price > 20)].title").Evaluate(Given.Scope(Store))).ShouldBe("""["C"]""");

    [Theory]
    [InlineData("$.missing")]
    [InlineData("$.store.book[3]")]
    [InlineData("$.numbers[-5]")]
    [InlineData("$.limit.x")]
    [InlineData("$.missing[*].x")]
    [InlineData("$.limit[0:1]")]
    [InlineData("$unset")]
    [InlineData("$$.Task.Token")]
    public void Read_NothingThere_IsARuntimeError(string path)
    {
        JsonPath.Parse(path).TryRead(Given.Scope(Store), out _).ShouldBeFalse();
        Given.Error(() => JsonPath.Parse(path).Evaluate(Given.Scope(Store))).ShouldBe(ErrorName.Runtime);
    }

    [Fact]
    public void Read_ContextAndVariables_HaveTheirOwnRoots()
    {
        var scope = Given.Scope("""{"x": 1}""", """{"Execution": {"Id": "e"}}""", """{"x": {"y": [2]}, "주문_1": 3}""");
        Given.Evaluated("$.x", scope).ShouldBe("1");
        Given.Evaluated("$$.Execution.Id", scope).ShouldBe("\"e\"");
        Given.Evaluated("$$", scope).ShouldBe("""{"Execution":{"Id":"e"}}""");
        Given.Evaluated("$x.y[0]", scope).ShouldBe("2");
        Given.Evaluated("$주문_1", scope).ShouldBe("3");
        JsonPath.Parse("$x.y").Variable.ShouldBe("x");
    }

    [Fact]
    public void Read_Numbers_KeepTheirText()
    {
        var scope = Given.Scope("""{"n": [1.0, 12345678901234567890123, 1e3]}""");
        Given.Evaluated("$.n", scope).ShouldBe("[1.0,12345678901234567890123,1e3]");
        Given.Evaluated("$.n[*]", scope).ShouldBe("[1.0,12345678901234567890123,1e3]");
    }

    [Theory]
    [InlineData("", "'$' is missing")]
    [InlineData("x", "'$' is expected")]
    [InlineData("$.", "a name is missing")]
    [InlineData("$.a..", "a name is missing")]
    [InlineData("$.a b", "unexpected ' '")]
    [InlineData("$.a[", "] is missing")]
    [InlineData("$.a[0", "']' is missing")]
    [InlineData("$.a[x]", "whole number")]
    [InlineData("$.a['x", "closing ' is missing")]
    [InlineData("$.a['x',0]", "quoted name")]
    [InlineData("$.a['\\n']", "backslash")]
    [InlineData("$.a[0:4:2]", "slice with a step")]
    [InlineData("$.a[99999999999]", "whole number")]
    [InlineData("$.a.length()", "JSONPath functions are not supported")]
    [InlineData("$.a[?(@.b]", "')' is expected")]
    [InlineData("$.a[?@.b]", "'(' is expected")]
    [InlineData("$.a[?(@.b =~ /x/)]", "')' is expected")]
    [InlineData("$.a[?(5)]", "== !=")]
    [InlineData("$.a[?(@.b == )]", "a value or a path")]
    [InlineData("$.a[?(@.b == 1.2.3)]", "a number is expected")]
    [InlineData("$.a[?(@.b == $v)]", "only to '@'")]
    [InlineData("$states.input", "variable's name")]
    [InlineData("$$x", "unexpected 'x'")]
    public void Parse_Wrong_SaysWhatAndWhere(string path, string reason)
    {
        var message = Should.Throw<FormatException>(() => JsonPath.Parse(path)).Message;
        message.ShouldContain(reason);
        message.ShouldContain("at character");
    }

    [Fact]
    public void Parse_FilterNesting_IsLimited()
    {
        JsonPath.Parse($"$[?{Nested(20)}]").IsDefinite.ShouldBeFalse();
        Should.Throw<FormatException>(() => JsonPath.Parse($"$[?{Nested(21)}]")).Message.ShouldContain("more than 20 levels");

        static string Nested(int depth) => new string('(', depth) + "@.a" + new string(')', depth);
    }

    [Fact]
    public void Read_TooManyNodes_IsARuntimeError()
    {
        // 400 numbers in a list of 250 lists are 100,000 nodes; one more list is one too many.
        Count(250).ShouldBe(100_000);
        Given.Error(() => Count(251)).ShouldBe(ErrorName.Runtime);

        static int Count(int lists)
        {
            var list = "[" + string.Join(",", Enumerable.Range(0, 400)) + "]";
            return JsonPath.Parse("$[*][*]").Evaluate(Given.Scope("[" + string.Join(",", Enumerable.Repeat(list, lists)) + "]"))!.AsArray().Count;
        }
    }
}
