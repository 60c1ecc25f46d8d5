using KakaoWorkflow.Emulator.Randomness;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas;

/// <summary>A client is a pool of connections: a function has one for each service.</summary>
public sealed class FunctionServicesTests
{
    private readonly List<string> _asked = [];
    private readonly FunctionEnvironment _environment;

    public FunctionServicesTests() => _environment = new FunctionEnvironment(
        TestSettings.Variables(TestTable.Nowhere).GetValueOrDefault, new FakeTimeProvider(), new SeededRandomSource(1).Fill, service =>
        {
            _asked.Add(service);
            return new SocketsHttpHandler();
        });

    public static TheoryData<string> Names => [.. FunctionCatalog.Names];

    [Fact]
    public void Parts_AreMadeWhenAskedFor_AndOnce()
    {
        var services = new FunctionServices(_environment, new LambdaSerializer());
        _asked.ShouldBeEmpty();

        Func<FunctionServices, object>[] parts =
        [
            it => it.Table, it => it.Orders, it => it.Sheets, it => it.Accounts, it => it.OrderIds, it => it.Callbacks,
            it => it.StepFunctions, it => it.Gateway, it => it.PayLinks, it => it.SkillKeys, it => it.MemberIds,
            it => it.CustomerIds, it => it.Rules, it => it.ReconcileRules, it => it.Deadline,
        ];
        foreach (var part in parts)
            part(services).ShouldBeSameAs(part(services));
        _asked.Order().ShouldBe(["dynamodb", "kakaopay", "sqs", "states"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_HasOneHandlerForEachService(string function)
    {
        FunctionCatalog.Create(function, _environment).ShouldNotBeNull();
        _asked.ShouldNotBeEmpty();
        _asked.ShouldBeUnique();
    }
}
