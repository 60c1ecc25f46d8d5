using KakaoWorkflow.Skills;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

public sealed class PhoneNumberReaderTests
{
    [Theory]
    [InlineData("010-2345-6789")]
    [InlineData("제 번호는 010-2345-6789예요")]
    [InlineData("2잔, 010 2345 6789로 적립")]
    [InlineData("2 010.2345.6789")]
    [InlineData("(010)2345-6789입니다")]
    [InlineData("번호+82 10-2345-6789")]
    [InlineData("82-10-2345-6789 맞나요?")]
    [InlineData("010-2345-6789, 다시 01023456789")]
    [InlineData("전화 ０１０－２３４５－６７８９")]
    [InlineData("번호는 010ㅡ2345ㅡ6789예요")]
    [InlineData("제 번호 010·2345·6789 입니다~")]
    [InlineData("0082-10-2345-6789로 적립")]
    [InlineData("해외라서 00182 10 2345 6789요")]
    [InlineData("공일공 이삼사오 육칠팔구")]
    [InlineData("공일공에 이삼사오에 육칠팔구입니다")]
    public void Read_OneNumberInTheWords_IsFound(string text) =>
        PhoneNumberReader.Read(text).Value.Digits.ShouldBe("01023456789");

    [Theory]
    [InlineData(null, InputRefusal.Missing)]
    [InlineData(" ", InputRefusal.Missing)]
    [InlineData("\u200B", InputRefusal.NotUnderstood)]
    [InlineData("없어요", InputRefusal.NotUnderstood)]
    [InlineData("02-345-6789", InputRefusal.NotUnderstood)]
    [InlineData("주문번호 9010234567891", InputRefusal.NotUnderstood)]
    [InlineData("010-2345-67890", InputRefusal.NotUnderstood)]
    [InlineData("010-2345-6789 아니면 010-9999-8888", InputRefusal.Ambiguous)]
    public void Read_NoOrSeveralNumbers_SaysWhy(string? text, InputRefusal expected) =>
        PhoneNumberReader.Read(text).Refusal.ShouldBe(expected);

    [Fact]
    public void Read_HugeText_IsRefused()
    {
        PhoneNumberReader.Read(new string('0', 1_000_000)).Refusal.ShouldBe(InputRefusal.TooLarge);
        PhoneNumberReader.Read(string.Concat(Enumerable.Repeat("010-2345-", 111))).Refusal
            .ShouldBe(InputRefusal.NotUnderstood);
    }

    [Theory]
    [InlineData("010-1111-1111", "010-2222-2222", "010-3333-3333", "01011111111")]
    [InlineData("모름", "010-2222-2222", "010-3333-3333", "01022222222")]
    [InlineData("", "", "010-3333-3333", "01033333333")]
    public void Read_Request_TakesValueThenOriginThenUtterance(
        string value, string origin, string utterance, string expected) =>
        PhoneNumberReader.Read(Request(value, origin, utterance)).Value.Digits.ShouldBe(expected);

    [Theory]
    [InlineData("", "", "", InputRefusal.Missing)]
    [InlineData("", "모름", "", InputRefusal.NotUnderstood)]
    [InlineData("010-1111-1111 010-2222-2222", "010-1111-1111", "", InputRefusal.Ambiguous)]
    public void Read_RequestWithoutOne_SaysWhy(string value, string origin, string utterance, InputRefusal expected) =>
        PhoneNumberReader.Read(Request(value, origin, utterance)).Refusal.ShouldBe(expected);

    [Fact]
    public void Read_ParamOfAnotherName_IsTaken()
    {
        var request = SkillRequest.Parse(
            """{"userRequest":{"user":{"id":"u"}},"action":{"params":{"phone":"01044444444"}}}""");
        PhoneNumberReader.Read(request, "phone").Value.Digits.ShouldBe("01044444444");
        PhoneNumberReader.Read(request).Refusal.ShouldBe(InputRefusal.Missing);
    }

    private static SkillRequest Request(string value, string origin, string utterance) => SkillRequest.Parse(
        $$"""
        {
          "userRequest": { "user": { "id": "u" }, "utterance": "{{utterance}}" },
          "action": {
            "params": { "sys_phone_number": "{{value}}" },
            "detailParams": { "sys_phone_number": { "origin": "{{origin}}", "value": "{{value}}" } }
          }
        }
        """);
}
