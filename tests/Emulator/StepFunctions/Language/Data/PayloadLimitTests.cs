namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Data;

public sealed class PayloadLimitTests
{
    [Fact]
    public void Check_Size_CountsUtf8BytesOfTheText()
    {
        PayloadLimit.Check(new string('a', 262_144), "it");
        Given.Error(() => PayloadLimit.Check(new string('a', 262_145), "it")).ShouldBe(ErrorName.DataLimitExceeded);

        // A Korean syllable takes three bytes, and the quotes take two.
        PayloadLimit.Check(Text("가", 87_380), "it");
        Given.Error(() => PayloadLimit.Check(Text("가", 87_381), "it")).ShouldBe(ErrorName.DataLimitExceeded);
    }

    [Fact]
    public void Check_TooLarge_NamesWhatItIs() => Should.Throw<StatesException>(() => PayloadLimit.Check(new string('a', 262_145), "The result of 'Quote'"))
        .Cause.ShouldStartWith("The result of 'Quote' is larger than 262144 bytes");

    [Fact]
    public void Utf8Bytes_Node_IsTheLengthOfItsCompactText() => PayloadLimit.Utf8Bytes(JsonText.Parse("""{ "a" : "가" }""")).ShouldBe(11);

    private static System.Text.Json.Nodes.JsonNode? Text(string unit, int count) => string.Concat(Enumerable.Repeat(unit, count));
}
