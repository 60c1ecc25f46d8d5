using KakaoWorkflow.Proof.Commands;

namespace KakaoWorkflow.Tests.Proof.Commands;

/// <summary>What the command line refuses before anything starts.</summary>
public sealed class ProofCommandTests
{
    [Theory]
    [InlineData("/dev/null", "fuzz", "--inputs", "1", "--data", "/dev/null")]
    [InlineData("/dev/null", "kills", "--count", "1", "--data", "/dev/null/below")]
    [InlineData("--inputs", "fuzz", "--inputs", "0")]
    [InlineData("--count", "kills", "--count", "none")]
    [InlineData("--sample", "faults", "--sample", "0")]
    [InlineData("--index-lag", "faults", "--index-lag", "1441")]
    public async Task Arguments_ThatAreWrong_AreNamed(string text, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await ProofCommand.RunAsync(arguments, new() { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        code.ShouldBe(1);
        errors.ToString().ShouldContain(text);
    }
}
