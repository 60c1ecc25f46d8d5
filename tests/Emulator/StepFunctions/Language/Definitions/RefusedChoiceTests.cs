using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Definitions;

public sealed class RefusedChoiceTests
{
    private const string Schema = DiagnosticCode.SchemaValidationFailed;
    private const string Rule = "/States/S/Choices/0";

    [Theory]
    [InlineData("""{"Variable": "$.a", "IsNull": true}""", Schema + " " + Rule)]
    [InlineData("""{"Variable": "$.a", "IsNull": true, "Next": "X"}""", DiagnosticCode.MissingTransitionTarget + " " + Rule + "/Next")]
    [InlineData("""{"Next": "S"}""", Schema + " " + Rule)]
    [InlineData("""{"Variable": "$.a", "Next": "S"}""", Schema + " " + Rule)]
    [InlineData("""{"Variable": "$.a", "IsNull": true, "IsString": true, "Next": "S"}""", Schema + " " + Rule)]
    [InlineData("""{"Variable": "$.a", "IsNull": true, "Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}""", Schema + " " + Rule, Schema + " " + Rule + "/IsNull")]
    [InlineData("""{"IsNull": true, "Next": "S"}""", Schema + " " + Rule, Schema + " " + Rule + "/IsNull")]
    [InlineData("""{"Variable": "a", "IsNull": true, "Next": "S"}""", DiagnosticCode.InvalidPath + " " + Rule + "/Variable")]
    [InlineData("""{"Variable": "$.a", "IsNull": "true", "Next": "S"}""", Schema + " " + Rule + "/IsNull")]
    [InlineData("""{"Variable": "$.a", "IsPresent": 1, "Next": "S"}""", Schema + " " + Rule + "/IsPresent")]
    [InlineData("""{"Variable": "$.a", "StringEquals": 5, "Next": "S"}""", Schema + " " + Rule + "/StringEquals")]
    [InlineData("""{"Variable": "$.a", "NumericEquals": "5", "Next": "S"}""", Schema + " " + Rule + "/NumericEquals")]
    [InlineData("""{"Variable": "$.a", "BooleanEquals": null, "Next": "S"}""", Schema + " " + Rule + "/BooleanEquals")]
    [InlineData("""{"Variable": "$.a", "TimestampEquals": "now", "Next": "S"}""", Schema + " " + Rule + "/TimestampEquals")]
    [InlineData("""{"Variable": "$.a", "StringMatches": "a\\b", "Next": "S"}""", Schema + " " + Rule + "/StringMatches")]
    [InlineData("""{"Variable": "$.a", "StringMatches": "a\\", "Next": "S"}""", Schema + " " + Rule + "/StringMatches")]
    [InlineData("""{"Variable": "$.a", "StringEqualsPath": "b", "Next": "S"}""", DiagnosticCode.InvalidPath + " " + Rule + "/StringEqualsPath")]
    [InlineData("""{"Variable": "$.a", "BooleanLessThan": true, "Next": "S"}""", Schema + " " + Rule, Schema + " " + Rule + "/BooleanLessThan")]
    [InlineData("""{"Variable": "$.a", "IsNullPath": "$.b", "Next": "S"}""", Schema + " " + Rule, Schema + " " + Rule + "/IsNullPath")]
    [InlineData("""{"Condition": "{% true %}", "Next": "S"}""", DiagnosticCode.Unsupported + " " + Rule + "/Condition")]
    [InlineData("""{"And": [], "Next": "S"}""", Schema + " " + Rule + "/And")]
    [InlineData("""{"Or": {}, "Next": "S"}""", Schema + " " + Rule + "/Or")]
    [InlineData("""{"Not": [], "Next": "S"}""", Schema + " " + Rule + "/Not")]
    [InlineData("""{"And": [{"Variable": "$.a", "IsNull": true, "Next": "S"}], "Next": "S"}""", Schema + " " + Rule + "/And/0/Next")]
    [InlineData("""{"Or": [{"Variable": "$.a", "IsNull": true, "Assign": {}}], "Next": "S"}""", Schema + " " + Rule + "/Or/0/Assign")]
    [InlineData("""{"Not": {"Not": {"Variable": "$.a"}}, "Next": "S"}""", Schema + " " + Rule + "/Not/Not")]
    [InlineData("""{"Variable": "$.a", "IsNull": true, "Next": "S", "Foo": 1}""", Schema + " " + Rule + "/Foo")]
    [InlineData("""{"Variable": "$.a", "IsNull": true, "Next": "S", "Assign": {"1": 1}}""", Schema + " " + Rule + "/Assign/1")]
    [InlineData("5", Schema + " " + Rule)]
    public void Parse_Rule_IsRefusedWhereItIsWrong(string rule, params string[] expected) =>
        Given.Diagnostics(Given.Machine($$"""{"Type": "Choice", "Choices": [{{rule}}]}""")).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("", Schema + " /States/S")]
    [InlineData(", \"Choices\": []", Schema + " /States/S/Choices")]
    [InlineData(", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"S\"}], \"Default\": \"X\"", DiagnosticCode.MissingTransitionTarget + " /States/S/Default")]
    [InlineData(", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"S\"}], \"End\": true", Schema + " /States/S/End")]
    [InlineData(", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"S\"}], \"Next\": \"S\"", Schema + " /States/S/Next")]
    [InlineData(", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"S\"}], \"Parameters\": {}", Schema + " /States/S/Parameters")]
    public void Parse_ChoiceState_IsRefusedWhereItIsWrong(string fields, params string[] expected) =>
        Given.Diagnostics(Given.Machine($$"""{"Type": "Choice"{{fields}}}""")).ShouldBe(expected, ignoreOrder: true);
}
