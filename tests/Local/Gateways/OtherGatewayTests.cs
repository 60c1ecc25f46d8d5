using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Local.Commands;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Demo.Scenarios;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Tests.Support.Clocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>The café takes money by another provider than KakaoPay, and everything that it promises holds.</summary>
public sealed class OtherGatewayTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
    private readonly OtherBank _bank = new(RealTime.Clock, new SeededRandomSource(7));
    private WebApplication _pages = null!;

    private Uri Address => new(_pages.Urls.Single());

    [Fact]
    public async Task Demo_WithAnotherProvider_PlaysWhole()
    {
        var gateway = new OtherGateway(_bank, Address);
        var options = new LocalHostOptions
        {
            DataFolder = _folder,
            WaitScale = DemoCommand.WaitScale,
            Gateway = new PaymentGatewayFactory(OtherGateway.CodeParameter, (_, _) => gateway),
        };
        await using var host = await LocalHost.StartAsync(options, TestContext.Current.CancellationToken);
        using var cafe = new Cafe(CafeAddressReader.Of(host) with { KakaoPay = Address }, RealTime.Clock, gateway: gateway);
        await using var shown = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shown), Ansi = AnsiSupport.No });
        console.Profile.Width = 240;

        var failures = await new DemoRun(cafe, new SeededRandomSource(1), console).PlayAsync(AllScenarios.List);

        failures.ShouldBe(0, shown.ToString());
        (await host.KakaoPay.Payments.ReadPageAsync(null)).Payments.ShouldBeEmpty("nobody pays at KakaoPay");
        AllScenarios.List.Count.ShouldBe(21);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _pages = builder.Build();
        OtherBankPages.Map(_pages, _bank);
        await _pages.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
