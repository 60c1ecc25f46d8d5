using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Definitions;

public sealed class DefinitionLimitTests
{
    [Fact]
    public void Parse_Size_IsLimited()
    {
        StateMachineDefinition.Parse(OfLength(1_048_576)).AllStates.Count().ShouldBe(1);
        Given.Diagnostics(OfLength(1_048_577)).ShouldBe([DiagnosticCode.SchemaValidationFailed + " "]);

        static string OfLength(int length) => Given.Machine("""{"Type": "Succeed"}""").PadRight(length);
    }

    [Fact]
    public void Parse_StateName_IsLimited()
    {
        StateMachineDefinition.Parse(Named(new string('가', 80))).AllStates.Count().ShouldBe(1);
        Given.Diagnostics(Named(new string('가', 81))).ShouldBe([$"{DiagnosticCode.SchemaValidationFailed} /States/{new string('가', 81)}"]);

        static string Named(string name) => $$$"""{"StartAt": "{{{name}}}", "States": {"{{{name}}}": {"Type": "Succeed"} }}""";
    }

    [Fact]
    public void Parse_Diagnostics_AreLimited()
    {
        Count(99).ShouldBe(99);
        Count(101).ShouldBe(100);

        static int Count(int wrong) => Given.Diagnostics(Given.Machine(
            $$"""{"Type": "Succeed", {{string.Join(", ", Enumerable.Range(0, wrong).Select(number => $"\"F{number}\": 1"))}}}""")).Length;
    }

    [Fact]
    public void Parse_Nesting_IsLimited()
    {
        StateMachineDefinition.Parse(Nested(40)).AllStates.Count().ShouldBe(41);
        Given.Diagnostics(Nested(100)).ShouldBe([DiagnosticCode.SchemaValidationFailed + " "]);

        static string Nested(int depth)
        {
            var state = """{"Type": "Succeed"}""";
            for (var level = 0; level < depth; level++)
                state = $$$"""{"Type": "Parallel", "End": true, "Branches": [{"StartAt": "S{{{level}}}", "States": {"S{{{level}}}": {{{state}}} }}]}""";
            return Given.Machine(state);
        }
    }

    [Fact]
    public void Parse_SeveralMistakes_AreAllReported() => Given.Diagnostics("""
        {"StartAt": "A", "Foo": 1, "States": {
          "A": {"Type": "Pass", "Next": "X"},
          "B": {"Type": "Wait", "End": true},
          "C": {"Type": "Fail", "Cause": 1}}}
        """).ShouldBe([
            $"{DiagnosticCode.MissingTransitionTarget} /States/A/Next",
            $"{DiagnosticCode.SchemaValidationFailed} /States/B",
            $"{DiagnosticCode.SchemaValidationFailed} /States/C/Cause",
            $"{DiagnosticCode.MissingTransitionTarget} /States/B",
            $"{DiagnosticCode.MissingTransitionTarget} /States/C",
            $"{DiagnosticCode.SchemaValidationFailed} /Foo",
        ]);

    [Fact]
    public void Parse_UnreachableLoop_IsReported() => Given.Diagnostics("""
        {"StartAt": "A", "States": {
          "A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}}}
        """).ShouldBe([$"{DiagnosticCode.MissingTransitionTarget} /States/B", $"{DiagnosticCode.MissingTransitionTarget} /States/C"]);

    [Fact]
    public void Exception_Message_ShowsTheFirstTen()
    {
        var fields = string.Join(", ", Enumerable.Range(0, 12).Select(number => $"\"F{number}\": 1"));
        var exception = Should.Throw<InvalidDefinitionException>(() => StateMachineDefinition.Parse(Given.Machine($$"""{"Type": "Succeed", {{fields}}}""")));
        exception.Message.ShouldContain("/States/S/F9");
        exception.Message.ShouldNotContain("/States/S/F10");
        exception.Diagnostics.Count.ShouldBe(12);
    }
}
