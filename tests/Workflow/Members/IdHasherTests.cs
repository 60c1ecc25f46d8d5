using System.Security.Cryptography;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Members;

public sealed class IdHasherTests
{
    private static readonly byte[] KeyBytes = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly SigningKey Key = SigningKey.Parse(Convert.ToBase64String(KeyBytes));
    private static readonly SigningKey OtherKey = SigningKey.Parse(Convert.ToBase64String([.. KeyBytes.Reverse()]));

    [Fact]
    public void MemberId_IsTheDocumentedHash()
    {
        byte[] signed = [.. "kakao-workflow/member-id/v1"u8, 0, .. "01023456789"u8];
        var hash = HMACSHA256.HashData(KeyBytes, signed);
        new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("010-2345-6789")).ShouldBe(Convert.ToHexStringLower(hash)[..32]);
    }

    [Fact]
    public void MemberId_SpellingOfTheNumber_DoesNotMatter() =>
        new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("+82 10 2345 6789"))
            .ShouldBe(new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("01023456789")));

    [Fact]
    public void MemberId_OtherNumberOrKey_IsAnother()
    {
        var id = new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("010-2345-6789"));
        new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("010-2345-6780")).ShouldNotBe(id);
        new MemberIdHasher(OtherKey).IdOf(PhoneNumber.Parse("010-2345-6789")).ShouldNotBe(id);
    }

    [Fact]
    public void MemberId_NoNumber_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new MemberIdHasher(Key).IdOf(default));

    [Fact]
    public void CustomerId_IsTheDocumentedHash()
    {
        byte[] signed = [.. "kakao-workflow/customer-id/v1"u8, 0, .. "a user key"u8];
        new CustomerIdHasher(Key).IdOf("a user key").ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(KeyBytes, signed))[..32]);
    }

    [Fact]
    public void CustomerId_IsSeparateFromMemberId()
    {
        var id = new CustomerIdHasher(Key).IdOf("01023456789");
        id.Length.ShouldBe(CustomerIdHasher.IdLength);
        id.ShouldNotBe(new MemberIdHasher(Key).IdOf(PhoneNumber.Parse("01023456789")));
        id.ShouldBe(new CustomerIdHasher(Key).IdOf("01023456789"));
        id.ShouldNotBe(new CustomerIdHasher(Key).IdOf("01023456788"));
        id.ShouldNotBe(new CustomerIdHasher(OtherKey).IdOf("01023456789"));
    }

    [Fact]
    public void CustomerId_EmptyKey_IsRefused() =>
        Should.Throw<ArgumentException>(() => new CustomerIdHasher(Key).IdOf(""));

    [Fact]
    public void ToString_IsRedacted()
    {
        new MemberIdHasher(Key).ToString().ShouldEndWith("redacted");
        new CustomerIdHasher(Key).ToString().ShouldEndWith("redacted");
    }
}
