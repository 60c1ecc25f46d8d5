using KakaoWorkflow.Tests.Lambdas.Machine.Rules;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

public sealed class MachineRuleTests
{
    public static TheoryData<string> Rules { get; } = [.. MachineRules.All.Select(rule => rule.Name)];

    public static TheoryData<string> Breakages { get; } = [.. Mutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnTheDeployedDefinition_Holds(string rule) =>
        MachineRules.All.Single(it => it.Name == rule).Violations(OrderMachine.AsDeployed).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Breakages))]
    public void Definition_Broken_FailsThatRuleAlone(string breakage)
    {
        var mutation = Mutations.All.Single(it => it.Name == breakage);
        var broken = OrderMachine.AsDeployed.With(mutation.Apply);
        MachineRules.All
            .Where(rule => rule.Violations(broken).Any())
            .Select(rule => rule.Name)
            .ShouldBe([mutation.Rule]);
    }

    [Fact]
    public void EveryRule_HasABreakageThatItNotices() =>
        MachineRules.All.Select(rule => rule.Name).Except(Mutations.All.Select(mutation => mutation.Rule)).ShouldBeEmpty();
}
