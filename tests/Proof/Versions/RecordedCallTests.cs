using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Tests.Proof.Versions.Records;
using KakaoWorkflow.Tests.Support.Lambdas;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>An execution calls today's functions with the parameters of the definition that it was started with.</summary>
public sealed class RecordedCallTests : IDisposable
{
    private readonly NoServices _services = new();
    private readonly Dictionary<string, FunctionHandler> _functions = [];
    private readonly FunctionEnvironment _environment;

    public RecordedCallTests() => _environment = new FunctionEnvironment(
        TestSettings.Variables(TestTable.Nowhere).GetValueOrDefault, RealTime.Clock, new SeededRandomSource(1).Fill, _ => _services);

    public void Dispose() => _services.Dispose();

    public static IEnumerable<TheoryDataRow<string>> Versions => RecordedVersion.All.Select(version => new TheoryDataRow<string>(version.Name));

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Parameters_OfEveryTask_AreAcceptedByTodaysFunctions(string version)
    {
        var calls = CallsOf(RecordedVersion.All.Single(each => each.Name == version));
        foreach (var (function, payload) in calls)
        {
            var name = Deployed.Stack.Functions.SingleOrDefault(each => each.Arn == function).ShouldNotBeNull($"{function} is gone").Handler;
            (await ReachesAServiceAsync(name, payload)).ShouldBeTrue($"{name} refuses {payload}");
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Parameters_WithoutAField_AreRefused(string version)
    {
        // So the test above can fail.
        foreach (var (function, payload) in CallsOf(RecordedVersion.All.Single(each => each.Name == version)))
        {
            var call = (JsonObject)JsonNode.Parse(payload)!;
            call.Remove("orderId");
            (await ReachesAServiceAsync(Deployed.Stack.Functions.Single(each => each.Arn == function).Handler, call.ToJsonString())).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void EveryTask_OfADefinition_IsInTheHistories(string version)
    {
        var recorded = RecordedVersion.All.Single(each => each.Name == version);
        var tasks = StateMachineDefinition.Parse(recorded.Definition).AllStates.OfType<TaskState>().Select(task => task.Name);
        var entered = EventsOf(recorded).Where(happened => (string?)happened["Type"] == "TaskStateEntered").Select(happened => (string)happened["Details"]!["Name"]!);
        tasks.Except(entered).ShouldBeEmpty();
    }

    private static List<(string Function, string Payload)> CallsOf(RecordedVersion version)
    {
        var calls = EventsOf(version)
            .Where(happened => (string?)happened["Type"] == "TaskScheduled" && (string?)happened["Details"]!["Task"]!["ResourceType"] == "lambda")
            .Select(happened => JsonNode.Parse((string)happened["Details"]!["Parameters"]!)!)
            .Select(parameters => ((string)parameters["FunctionName"]!, parameters["Payload"]!.ToJsonString()))
            .Distinct().ToList();
        calls.ShouldNotBeEmpty();
        return calls;
    }

    private static IEnumerable<JsonNode> EventsOf(RecordedVersion version) =>
        from moment in version.Moments
        from step in moment.Database["sfn_events"]!.AsArray()
        from happened in step!["events"]!.AsArray()
        select happened;

    /// <summary>A function that has understood what it is called with asks a service, each of which is out of reach here.</summary>
    private async Task<bool> ReachesAServiceAsync(string function, string payload)
    {
        if (!_functions.TryGetValue(function, out var handler))
            _functions[function] = handler = FunctionCatalog.Create(function, _environment);
        _services.IsAsked = false;
        try
        {
            await using var answer = await handler(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new TestLambdaContext(function));
        }
#pragma warning disable CA1031 // every call fails, in one way or another
        catch (Exception)
#pragma warning restore CA1031
        {
            return _services.IsAsked;
        }
        return _services.IsAsked;
    }

    private sealed class NoServices : HttpMessageHandler
    {
        public bool IsAsked { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            IsAsked = true;
            throw new InjectedFaultException("No service is here.");
        }
    }
}
