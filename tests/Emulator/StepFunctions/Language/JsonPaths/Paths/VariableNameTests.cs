using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Paths;

public sealed class VariableNameTests
{
    [Theory]
    [InlineData("total", true)]
    [InlineData("t_1", true)]
    [InlineData("주문", true)]
    [InlineData("statesOfThings", true)]
    [InlineData("", false)]
    [InlineData("1t", false)]
    [InlineData("_t", false)]
    [InlineData("a-b", false)]
    [InlineData("a b", false)]
    [InlineData("states", false)]
    public void IsValid_UnicodeIdentifiersOnly(string name, bool expected) => VariableName.IsValid(name).ShouldBe(expected);

    [Fact]
    public void IsValid_Length_IsLimited()
    {
        VariableName.IsValid(new string('a', 80)).ShouldBeTrue();
        VariableName.IsValid(new string('a', 81)).ShouldBeFalse();
    }
}
