using System.CommandLine;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Local.Commands;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>A café on a data folder of its own, and the command line that works on it.</summary>
public sealed class CommandCafe : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
    private LocalHost? _host;
    private int _customers;

    internal Cafe Cafe { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await OpenAgainAsync();
        await SampleMenu.OfferAsync(Cafe.Menu);
    }

    public async Task OpenAgainAsync()
    {
        if (_host is not null)
            return;
        _host = await LocalHost.StartAsync(new LocalHostOptions { DataFolder = _folder }, CancellationToken.None);
        Cafe = new Cafe(CafeAddressReader.Of(_host), RealTime.Clock);
    }

    public async Task CloseAsync()
    {
        if (_host is not { } host)
            return;
        Cafe.Dispose();
        _host = null;
        await host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a command on the café's data.</summary>
    internal Task<CommandResult> RunAsync(params string[] arguments) => RunAnywhereAsync([.. arguments, "--data", _folder]);

    /// <summary>Runs a command line as it is.</summary>
    internal static async Task<CommandResult> RunAnywhereAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await LocalCommand.RunAsync(
            arguments, new InvocationConfiguration { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return new CommandResult(code, output.ToString(), errors.ToString());
    }

    /// <summary>A new customer with a paid order of two lattes for 10,000 won.</summary>
    internal async Task<Scene> PaidAsync()
    {
        var scene = await CustomerAsync();
        await scene.FollowAsync(await scene.AgreeAsync("카페라떼", 2));
        await scene.UntilStatusAsync(OrderStatus.Paid);
        return scene;
    }

    /// <summary>A new customer whose order waits for an operator, since KakaoPay captured another amount.</summary>
    internal async Task<Scene> ReviewAsync()
    {
        var scene = await CustomerAsync();
        var approval = await scene.AgreeAsync("아메리카노", 1);
        await Cafe.AddFaultAsync(new JsonObject
        {
            ["orderId"] = (string?)scene.OrderId,
            ["operation"] = "Approve",
            ["kind"] = "AmountMismatch",
            ["amountWon"] = 1_000,
        });
        await scene.FollowAsync(approval);
        await scene.UntilStatusAsync(OrderStatus.Review);
        return scene;
    }

    /// <summary>What people did to an order by hand, as its record says it.</summary>
    internal async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ActionsAsync(OrderId? orderId) =>
        (await Cafe.Table.GetAsync(ItemKey.Order(orderId!)))!.TryGetValue("operatorActions", out var actions)
            ? [.. actions.L.Select(action => action.M)]
            : [];

    /// <summary>The phone number of the customer who came last.</summary>
    internal string LastPhone => $"010{_customers:00000000}";

    private async Task<Scene> CustomerAsync()
    {
        _customers++;
        var scene = new Scene(Cafe, new ChatUser(Cafe, $"customer-{_customers}", LastPhone), RealTime.Clock);
        await scene.Customer.SignUpAsync();
        return scene;
    }
}
