using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Tests.Workflow.Skills;

public sealed class SkillRequestPropertyTests
{
    private static readonly byte[] Valid = """
        {"userRequest":{"utterance":"가\ud83d\ude00","user":{"id":"u1"},"block":{"id":"b"},
        "callbackUrl":"https://a.kr/"},
        "action":{"params":{"a\u0041":"b","n":{"x":["가"]}},"detailParams":{"a":{"origin":"x","value":"y"}},"clientExtra":{"s":"1"}}}
        """u8.ToArray();

    [Fact]
    public void Parse_AnyBytes_AreReadOrRefused() =>
        Prop.ForAll<byte[]>(IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Parse_AnyText_IsReadOrRefused() =>
        Prop.ForAll<string?>(text => IsReadOrRefused(() => SkillRequest.Parse(text ?? "")))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Damage keeps most of the structure, and so gets deeper into the reader than noise does.</summary>
    [Fact]
    public void Parse_DamagedBody_IsReadOrRefused()
    {
        var damage = Gen.Choose(0, Valid.Length - 1)
            .SelectMany(at => Gen.Choose(0, 255).Select(to => (at, (byte)to)))
            .ArrayOf();
        Prop.ForAll(damage.ToArbitrary(), changes =>
        {
            var bytes = Valid.ToArray();
            foreach (var (at, to) in changes.Take(4))
                bytes[at] = to;
            return IsReadOrRefused(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void Parse_AnyPrefix_IsRefusedUntilItIsWhole()
    {
        for (var length = 0; length < Valid.Length; length++)
            Should.Throw<InvalidSkillRequestException>(() => SkillRequest.Parse(Valid.AsSpan(0, length)));
        SkillRequest.Parse(Valid).UserId.ShouldBe("u1");
        SkillRequest.Parse(Encoding.UTF8.GetString(Valid)).Param("aA").ShouldBe("b");
    }

    private static bool IsReadOrRefused(byte[]? bytes) => IsReadOrRefused(() => SkillRequest.Parse(bytes ?? []));

    private static bool IsReadOrRefused(Func<SkillRequest> parse)
    {
        try
        {
            return parse().UserId.Length > 0;
        }
        catch (InvalidSkillRequestException refusal)
        {
            return refusal.Field.Length > 0;
        }
    }
}
