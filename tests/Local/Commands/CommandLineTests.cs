namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>What the command line refuses before anything starts.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/null/below")]
    public async Task Data_ThatIsAFile_IsSaidInOneLine(string path)
    {
        foreach (var command in new string[][] { [], ["demo"] })
        {
            var said = await CommandCafe.RunAnywhereAsync([.. command, "--data", path]);
            said.ShouldRefuse("/dev/null");
            said.Errors.Trim().ShouldNotContain('\n');
        }
    }

    [Theory]
    [InlineData("--by", "refund", "1123-7K2QX9MT", "--why", "spilled")]
    [InlineData("--why", "refund", "1123-7K2QX9MT", "--by", "kim")]
    [InlineData("--by", "resume", "1123-7K2QX9MT", "--why", "spilled")]
    [InlineData("--why", "resume", "1123-7K2QX9MT", "--by", "kim")]
    [InlineData("resume", "resume", "--by", "kim", "--why", "spilled")]
    [InlineData("--quantity", "refund", "1123-7K2QX9MT", "--line", "1", "--quantity", "two", "--by", "kim", "--why", "spilled")]
    [InlineData("--line", "refund", "1123-7K2QX9MT", "--line", "first", "--by", "kim", "--why", "spilled")]
    [InlineData("PAYED", "orders", "--status", "PAYED")]
    [InlineData("--day", "orders", "--day", "2026-13-01")]
    [InlineData("--by", "start", "1123-7K2QX9MT")]
    [InlineData("--by", "undo", "1123-7K2QX9MT")]
    [InlineData("picked-up", "picked-up", "--by", "kim")]
    [InlineData("order", "order")]
    [InlineData("ledger", "ledger")]
    [InlineData("--data", "verify", "--data", "")]
    public async Task Arguments_MissingOrWrong_AreNamed(string text, params string[] arguments) =>
        (await CommandCafe.RunAnywhereAsync(arguments)).ShouldRefuse(text);
}
