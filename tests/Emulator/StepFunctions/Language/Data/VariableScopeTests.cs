namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Data;

public sealed class VariableScopeTests
{
    [Fact]
    public void Assign_Values_MakesANewScope()
    {
        var first = VariableScope.Empty.Assign(Values(("a", 1)));
        var second = first.Assign(Values(("a", 2), ("b", null)));
        VariableScope.Empty.Count.ShouldBe(0);
        first["a"]!.GetValue<int>().ShouldBe(1);
        second["a"]!.GetValue<int>().ShouldBe(2);
        second.ContainsKey("b").ShouldBeTrue();
        second["b"].ShouldBeNull();
    }

    [Fact]
    public void CreateInner_OuterVariables_AreReadOnly()
    {
        var inner = VariableScope.Empty.Assign(Values(("a", 1))).CreateInner();
        inner["a"]!.GetValue<int>().ShouldBe(1);
        Given.Error(() => inner.Assign(Values(("a", 2)))).ShouldBe(ErrorName.Runtime);
        inner.Assign(Values(("b", 2))).Assign(Values(("b", 3)))["b"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public void CreateInner_InnerVariables_DoNotLeak()
    {
        var outer = VariableScope.Empty.Assign(Values(("a", 1)));
        outer.CreateInner().Assign(Values(("b", 2))).ContainsKey("b").ShouldBeTrue();
        outer.ContainsKey("b").ShouldBeFalse();
        outer.CreateInner().TryGetValue("b", out _).ShouldBeFalse();
    }

    [Fact]
    public void Assign_Total_IsLimited()
    {
        // Forty values of 262,144 bytes fill 10 MiB exactly.
        var scope = VariableScope.Empty;
        for (var index = 0; index < 40; index++)
            scope = scope.Assign(Values(($"v{index}", new string('a', 262_142))));
        scope.Assign(Values(("v0", new string('b', 262_142)))).Count.ShouldBe(40);
        Given.Error(() => scope.Assign(Values(("one", 1)))).ShouldBe(ErrorName.DataLimitExceeded);
        Given.Error(() => scope.CreateInner().Assign(Values(("one", 1)))).ShouldBe(ErrorName.DataLimitExceeded);
    }

    private static Dictionary<string, JsonNode?> Values(params (string Name, JsonNode? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);
}
