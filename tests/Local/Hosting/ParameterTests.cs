using System.Text;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Lambdas.Skills;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Local.Hosting;

/// <summary>What a café chooses by the template's parameters is what its customers meet.</summary>
public sealed class ParameterTests : IDisposable
{
    private const string User = "customer-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Parameters_OfADeployment_ChangeWhatTheChatSays()
    {
        await using var host = await StartAsync(("PointsEarnPercent", "5"), ("SheetLifetimeMinutes", "7"), ("MaxQuantityPerLine", "3"));
        using var client = LocalClients.DynamoDb(host.Addresses.DynamoDb, host.Stack.Settings.Region);
        await SampleMenu.OfferAsync(new MenuBoard(new OrderTable(client, host.Stack.Tables.Single().Name, RealTime.Clock), RealTime.Clock));
        using var http = new HttpClient { BaseAddress = host.Addresses.HttpApi };
        http.DefaultRequestHeaders.Add(
            SkillFunction.KeyHeader, host.Stack.Functions.Single(function => function.Handler == "Pay").Variables["SKILL_KEYS"].Split(',')[0]);
        await SayAsync(http, "sign-up", ("sys_phone_number", "010-5550-0001"));

        var sheet = await SayAsync(http, "order-sheet", ("menu", "아메리카노"), ("quantity", "2"));
        sheet.ShouldContain("450P");
        sheet.ShouldContain("7분 안에");
        (await SayAsync(http, "order-sheet", ("menu", "아메리카노"), ("quantity", "3"))).ShouldContain("13,500원");
        (await SayAsync(http, "order-sheet", ("menu", "아메리카노"), ("quantity", "4"))).ShouldContain("한 번에 1잔부터 3잔까지");
    }

    [Theory]
    [InlineData("PointsEarnPercent", "101")]
    [InlineData("SheetLifetimeMinutes", "0")]
    [InlineData("MaxQuantityPerLine", "1001")]
    [InlineData("NoSuchParameter", "1")]
    public async Task Parameter_ThatTheTemplateDoesNotTake_IsNamed(string name, string value) =>
        (await Should.ThrowAsync<TemplateException>(() => StartAsync((name, value)))).Path.ShouldBe($"Parameters.{name}");

    private Task<LocalHost> StartAsync(params (string Name, string Value)[] parameters) => LocalHost.StartAsync(
        new LocalHostOptions
        {
            DataFolder = Path.Combine(_folder, "data"),
            Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
        },
        Token);

    private static async Task<string> SayAsync(HttpClient http, string skill, params (string Name, string Value)[] parameters)
    {
        var body = SkillPayload.Of(User, parameters: parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"skill/{skill}", content, Token);
        // The answer has its Korean as it is.
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }
}
