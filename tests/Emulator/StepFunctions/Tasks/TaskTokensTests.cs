using System.Buffers.Text;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Tasks;

public sealed class TaskTokensTests
{
    private const string Execution = "arn:aws:states:ap-northeast-2:000000000000:execution:m:n";
    private readonly TaskTokens _tokens = new([.. Enumerable.Range(0, TaskTokens.KeyBytes).Select(n => (byte)n)]);

    [Fact]
    public void Token_ComesBackAsItsAttempt()
    {
        _tokens.TryRead(_tokens.TokenFor(Execution, 42), out var attempt).ShouldBeTrue();
        attempt.ShouldBe(new TaskAttemptId(Execution, 42));
    }

    [Fact]
    public void Token_OfTheLongestArn_FitsAwsLimit()
    {
        var longest = "arn:aws:states:ap-northeast-2:000000000000:execution:" + new string('m', 80) + ":" + new string('n', 80);

        _tokens.TokenFor(longest, long.MaxValue).Length.ShouldBeLessThan(TaskTokens.MaxLength);
    }

    [Fact]
    public void Token_ChangedAnywhere_IsNotRead()
    {
        var bytes = Base64Url.DecodeFromChars(_tokens.TokenFor(Execution, 42));
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] ^= 1;
            _tokens.TryRead(Base64Url.EncodeToString(bytes), out _).ShouldBeFalse();
            bytes[index] ^= 1;
        }
    }

    [Fact]
    public void Token_OfAnotherKey_IsNotRead() =>
        new TaskTokens(new byte[TaskTokens.KeyBytes]).TryRead(_tokens.TokenFor(Execution, 1), out _).ShouldBeFalse();

    [Theory]
    [InlineData("x")]
    [InlineData("not a token!")]
    [InlineData("AAAA")]
    public void Garbage_IsNotRead(string token) => _tokens.TryRead(token, out _).ShouldBeFalse();

    [Fact]
    public void Token_LongerThanAwsAllows_IsNotRead() => _tokens.TryRead(new string('A', TaskTokens.MaxLength + 1), out _).ShouldBeFalse();
}
