using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Members;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("01023456789", "01023456789")]
    [InlineData("010-2345-6789", "01023456789")]
    [InlineData("010.2345.6789", "01023456789")]
    [InlineData(" 010 2345 6789 ", "01023456789")]
    [InlineData("(010) 2345-6789", "01023456789")]
    [InlineData("010–2345−6789", "01023456789")]
    [InlineData("+82 10-2345-6789", "01023456789")]
    [InlineData("+82 (0)10-2345-6789", "01023456789")]
    [InlineData("821023456789", "01023456789")]
    [InlineData("8201023456789", "01023456789")]
    [InlineData("＋８２１０２３４５６７８９", "01023456789")]
    [InlineData("０１０－２３４５－６７８９", "01023456789")]
    [InlineData("\u202A010\u200B-2345\u200F-6789\u202C\uFEFF", "01023456789")]
    [InlineData("010ㅡ2345ㅡ6789", "01023456789")]
    [InlineData("010·2345·6789", "01023456789")]
    [InlineData("010ㆍ2345ㆍ6789", "01023456789")]
    [InlineData("010・2345・6789", "01023456789")]
    [InlineData("010~2345~6789", "01023456789")]
    [InlineData("０１０～２３４５～６７８９", "01023456789")]
    [InlineData("010_2345_6789", "01023456789")]
    [InlineData("010ー2345ー6789", "01023456789")]
    [InlineData("010一2345一6789", "01023456789")]
    [InlineData("010─2345─6789", "01023456789")]
    [InlineData("010。2345。6789", "01023456789")]
    [InlineData("０１０．２３４５．６７８９", "01023456789")]
    [InlineData("0082-10-2345-6789", "01023456789")]
    [InlineData("00821023456789", "01023456789")]
    [InlineData("00182 10 2345 6789", "01023456789")]
    [InlineData("00282-010-2345-6789", "01023456789")]
    [InlineData("00582 10 2345 6789", "01023456789")]
    [InlineData("00682 10 2345 6789", "01023456789")]
    [InlineData("00882 10 2345 6789", "01023456789")]
    [InlineData("00700 82 10 2345 6789", "01023456789")]
    [InlineData("011-234-5678", "0112345678")]
    [InlineData("016-2345-6789", "01623456789")]
    [InlineData("0172345678", "0172345678")]
    [InlineData("018-234-5678", "0182345678")]
    [InlineData("82192345678", "0192345678")]
    public void TryParse_AMobileNumber_IsNormalised(string text, string digits)
    {
        PhoneNumber.TryParse(text, out var number).ShouldBeTrue();
        number.Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+82")]
    [InlineData("010-2345-678")]
    [InlineData("010-234-5678")]
    [InlineData("010-2345-67890")]
    [InlineData("011-23-4567")]
    [InlineData("012-2345-6789")]
    [InlineData("013-2345-6789")]
    [InlineData("02-2345-6789")]
    [InlineData("+01023456789")]
    [InlineData("+1 10 2345 6789")]
    [InlineData("0081 10 2345 6789")]
    [InlineData("00382 10 2345 6789")]
    [InlineData("+0082 10 2345 6789")]
    [InlineData("001 010-2345-6789")]
    [InlineData("++821023456789")]
    [InlineData("82+1023456789")]
    [InlineData("010-2345-678O")]
    [InlineData("010,2345,6789")]
    [InlineData("٠١٠٢٣٤٥٦٧٨٩")]
    [InlineData("010-2345-6789 010-2345-6789")]
    [InlineData("번호 010-2345-6789")]
    public void TryParse_AnythingElse_IsRefused(string? text) => PhoneNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Parse_NoNumber_IsRefusedWithoutItsText() =>
        Should.Throw<FormatException>(() => PhoneNumber.Parse("010-2345-678")).Message.ShouldNotContain("2345");

    [Fact]
    public void TryParse_HugeText_IsRefused() =>
        PhoneNumber.TryParse(new string('-', 1_000_000), out _).ShouldBeFalse();

    [Theory]
    [InlineData("010-2345-6789", "010-****-6789")]
    [InlineData("011-234-5678", "011-***-5678")]
    public void ToString_IsMasked(string text, string masked)
    {
        var number = PhoneNumber.Parse(text);
        number.ToString().ShouldBe(masked);
        number.Masked.ShouldBe(masked);
        $"{number}".ShouldBe(masked);
        number.LastFour.ShouldBe(masked[^4..]);
        number.MaskedPrefix.ShouldBe(masked[..^5]);
    }

    [Fact]
    public void Json_HasNoDigits()
    {
        JsonSerializer.Serialize(PhoneNumber.Parse("010-2345-6789")).ShouldNotContain("2345");
    }

    [Fact]
    public void Equality_IsByDigits()
    {
        var one = PhoneNumber.Parse("+82 10 2345 6789");
        var other = PhoneNumber.Parse("010-2345-6789");
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }

    [Fact]
    public void Default_IsNoNumber()
    {
        PhoneNumber none = default;
        none.ToString().ShouldBe("");
        Should.Throw<InvalidOperationException>(() => none.Digits);
        Should.Throw<InvalidOperationException>(() => none.Masked);
    }

    [Fact]
    public void TryParse_OfItsOwnDigits_ChangesNothing()
    {
        var pieces = Gen.Elements(
            "0", "1", "2", "8", "9", "010", "82", "+", "-", " ", "２", "\u200B", "2345", "6789", "017");
        Prop.ForAll(pieces.ArrayOf().Select(string.Concat).ToArbitrary(), text =>
            !PhoneNumber.TryParse(text, out var once)
            || (PhoneNumber.TryParse(once.Digits, out var twice) && twice == once && once.Digits.Length is 10 or 11))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void TryParse_EverySpellingOfANumber_IsTheSameNumber()
    {
        var numbers = Gen.Choose(0, 99_999_999).Select(rest => $"010{rest:00000000}");
        var separators = Gen.Elements("", "-", " ", ".", " - ", "\u200E");
        var prefixes = Gen.Elements("0", "+82", "82", "+82 ", "82-0", "+82 (0)");
        var spellings = numbers.SelectMany(digits => separators.SelectMany(separator => prefixes.Select(prefix =>
            (digits, text: $"{prefix}10{separator}{digits[3..7]}{separator}{digits[7..]}"))));
        Prop.ForAll(spellings.ToArbitrary(), spelling =>
            PhoneNumber.TryParse(spelling.text, out var number) && number.Digits == spelling.digits)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }
}
