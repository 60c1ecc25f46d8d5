using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests.Proof.House;

/// <summary>
/// Arrows point one way: between the projects, between the rooms of each, and inside <c>workflow/</c> only where
/// <c>workflow-arrows.txt</c> allows it. CONTRIBUTING.md shows the floors; <c>KAKAOWORKFLOW_RECORD_HOUSE=1</c> writes both anew.
/// </summary>
public sealed class HouseTests(ITestOutputHelper output)
{
    private const string Begin = "<!-- floors: written by HouseTests -->";
    private const string End = "<!-- end of floors -->";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["workflow"] = [],
        ["lambdas"] = ["workflow"],
        ["emulator"] = [],
        ["local"] = ["emulator", "lambdas", "workflow"],
        ["proof"] = ["emulator", "lambdas", "local", "workflow"],
    };

    private static bool Records => Environment.GetEnvironmentVariable("KAKAOWORKFLOW_RECORD_HOUSE") == "1";

    [Fact]
    public void Projects_KnowOnlyWhatTheyStandOn()
    {
        House.All.Select(house => house.Name).ShouldBe(Allowed.Keys);
        foreach (var house in House.All)
            house.Projects.Except(Allowed[house.Name]).ShouldBeEmpty(house.Name);
        string.Join(" ", House.All.Single(house => house.Name == "local").Projects).ShouldBe("emulator lambdas workflow", "the assemblies are read");
    }

    [Fact]
    public async Task Rooms_AreInNoCircle_AndTheMapShowsTheirFloors()
    {
        var map = string.Join("\n\n", House.All.Select(Map));
        output.WriteLine(map);
        var path = Path.Combine(Root(), "CONTRIBUTING.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var block = $"\n```\n{map}\n```\n";
        if (Records)
            await File.WriteAllTextAsync(path, text[..begin] + block + text[end..], TestContext.Current.CancellationToken);
        else
            text[begin..end].ShouldBe(block);
    }

    [Fact]
    public async Task RoomsOfTheDomain_KnowOnlyWhomTheyMay()
    {
        var arrows = House.All.Single(house => house.Name == "workflow").Arrows
            .Where(room => room.Value.Count > 0)
            .Select(room => $"{room.Key} -> {string.Join(' ', room.Value)}");
        var path = Path.Combine(Root(), "tests", "Proof", "House", "workflow-arrows.txt");
        if (Records)
            await File.WriteAllLinesAsync(path, arrows, TestContext.Current.CancellationToken);
        else
            arrows.ShouldBe(await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken));
    }

    /// <summary>Payments are known by the words of <c>workflow/Payments</c>: KakaoPay's own end in its folder, and where a gateway is chosen.</summary>
    [Fact]
    public void KakaoPaysClient_IsKnownOnlyWhereAGatewayIsChosen()
    {
        House.All.Single(house => house.Name == "workflow").Arrows.Values.ShouldAllBe(rooms => !rooms.Contains("KakaoPay"));
        KnowKakaoPay("lambdas").ShouldBe(["Kit"]);
        KnowKakaoPay("local").ShouldBe(["Demo"]);
    }

    /// <summary>A mistake on one side of the wire shows, since the other reads KakaoPay's documents for itself.</summary>
    [Fact]
    public void KakaoPaySimulator_SharesNothingWithTheClient() =>
        House.All.Single(house => house.Name == "local").Domain["KakaoPay"].ShouldBe(["Secrets"]);

    [Fact]
    public void Circle_IsNamed()
    {
        var house = new House("planted", new(StringComparer.Ordinal) { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["B"], ["D"] = [] }, [],
            new Dictionary<string, SortedSet<string>>());
        Should.Throw<InvalidOperationException>(house.Floors).Message.ShouldBe("planted: in a circle or above one are A, B, C.");
    }

    private static IEnumerable<string> KnowKakaoPay(string project) =>
        from room in House.All.Single(house => house.Name == project).Domain where room.Value.Contains("KakaoPay") orderby room.Key select room.Key;

    private static string Map(House house)
    {
        var floors = house.Floors();
        return $"{house.Name}/\n" + string.Join('\n', Enumerable.Range(0, floors.Count).Reverse().Select(floor => $"  {floor}: {string.Join("  ", floors[floor])}"));
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");
}
