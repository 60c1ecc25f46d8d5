using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Lambdas;

public sealed class FunctionCatalogTests(DynoxideServer server) : CafeTest(server)
{
    public static TheoryData<string> Names => [.. FunctionCatalog.Names];

    [Fact]
    public void Names_AreTheHandlersOfTheTemplate() => FunctionCatalog.Names.Order()
        .ShouldBe(Deployed.Stack.Functions.Select(function => function.Handler).Order());

    [Fact]
    public void Names_OfTheSteps_AreTheStatesThatCallThem()
    {
        var handlers = Deployed.Stack.Functions.ToDictionary(function => function.Arn, function => function.Handler);
        var steps = StateMachineDefinition.Parse(Deployed.FilledDefinition).AllStates.OfType<TaskState>()
            .Where(state => state.Name != "AnnounceOrder").ToList();

        steps.Count.ShouldBe(10);
        foreach (var step in steps)
            handlers[ExecutionByHand.FunctionOf(step)].ShouldBe(step.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("quote")]
    [InlineData("Quote ")]
    [InlineData("KakaoWorkflow::Quote")]
    public void Create_UnknownHandler_SaysWhichThereAre(string handler)
    {
        var error = Should.Throw<UnknownFunctionException>(() => FunctionCatalog.Create(handler, Cafe.Environment));
        error.Message.ShouldContain($"'{handler}'");
        foreach (var name in FunctionCatalog.Names)
            error.Message.ShouldContain(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_EachVariableMissingOrEmpty_IsNamed(string function)
    {
        var asked = new HashSet<string>();
        FunctionCatalog.Create(function, Cafe.Environment with
        {
            GetVariable = name =>
            {
                asked.Add(name);
                return Cafe.Variables.GetValueOrDefault(name);
            },
        }).ShouldNotBeNull();
        var required = asked.Where(name => Cafe.Variables.ContainsKey(name) && !name.StartsWith("AWS_ENDPOINT_URL", StringComparison.Ordinal)).ToList();
        required.ShouldNotBeEmpty();

        foreach (var missing in required)
        {
            foreach (var value in new[] { null, "" })
            {
                var environment = Cafe.Environment with { GetVariable = name => name == missing ? value : Cafe.Variables.GetValueOrDefault(name) };
                Should.Throw<MissingVariableException>(() => FunctionCatalog.Create(function, environment)).Variable.ShouldBe(missing);
            }
        }
    }

    [Fact]
    public void Create_VariableThatIsNoNumber_IsNamedWithoutItsValue()
    {
        Cafe.Variables["KAKAOPAY_TIMEOUT_SECONDS"] = "soon";
        var error = Should.Throw<MissingVariableException>(() => FunctionCatalog.Create("RefundPayment", Cafe.Environment));
        error.Variable.ShouldBe("KAKAOPAY_TIMEOUT_SECONDS");
        error.Message.ShouldNotContain("soon");
    }
}
