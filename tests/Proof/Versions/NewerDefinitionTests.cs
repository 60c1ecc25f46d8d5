using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Tests.Proof.Versions.Play;
using KakaoWorkflow.Tests.Proof.Versions.Records;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>A definition that is newer than an order's, and newer than the functions.</summary>
public sealed class NewerDefinitionTests(TableServer server) : IClassFixture<TableServer>, IDisposable
{
    private const string AddedState = "NoteOrder";

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-versions-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Deployed_WhileAnOrderWaits_IsForNewOrdersOnly()
    {
        var template = Path.Combine(_folder, "template.yaml");
        File.Copy(Deployed.TemplatePath, template);
        await File.WriteAllTextAsync(Path.Combine(_folder, "statemachine.asl.json"), NewerDefinition(), Token);
        await using var reopened = await ReopenedCafe.OpenAsync(RecordedVersion.All[^1], "awaiting-approval", server.Address, templatePath: template);
        var (patron, cafe) = (reopened.Patron, reopened.Cafe.Cafe);

        var old = patron.OrderId!;
        await patron.PayAsync();
        await reopened.EndAsync();
        await patron.BuyAsync(1, null);
        await reopened.EndAsync();

        (await DefinitionOfAsync(reopened.Cafe, old)).ShouldBe((string)reopened.Moment.Database["sfn_revisions"]![0]!["definition"]!);
        (await DefinitionOfAsync(reopened.Cafe, patron.OrderId!)).ShouldContain(AddedState);
        (await OrderStory.ReadAsync(cafe, old)).States.ShouldNotContain(AddedState);
        (await OrderStory.ReadAsync(cafe, patron.OrderId!)).States.ShouldContain(AddedState);
        var snapshot = await cafe.Snapshots.ReadAsync(Token);
        snapshot.Orders.Values.ShouldAllBe(order => order.Status == OrderStatus.Paid);
        snapshot.Orders.Count.ShouldBe(2);
        InvariantChecker.Check(snapshot).ShouldBeEmpty();
    }

    /// <summary>One state more, and one field more in every call of a function.</summary>
    private static string NewerDefinition()
    {
        var definition = JsonNode.Parse(Deployed.Definition)!;
        var states = definition["States"]!.AsObject();
        foreach (var payload in states.Select(state => state.Value!["Parameters"]?["Payload"]).OfType<JsonObject>())
            payload["addedLater"] = new JsonObject { ["channel"] = "chat" };
        var next = states["CommitOrder"]!["Next"]!.DeepClone();
        states["CommitOrder"]!["Next"] = AddedState;
        states[AddedState] = new JsonObject { ["Type"] = "Pass", ["Result"] = "noted", ["ResultPath"] = "$.note", ["Next"] = next };
        return JsonText.Write(definition);
    }

    private static async Task<string> DefinitionOfAsync(VersionCafe cafe, OrderId orderId) =>
        (string)(await cafe.Host.StepFunctions.Service.InvokeAsync(
            "DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = OrderStory.ExecutionArn(cafe.Cafe, orderId) }, Token))["definition"]!;
}
