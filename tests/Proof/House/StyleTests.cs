using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KakaoWorkflow.Tests.Proof.House;

/// <summary>Rules of style that no analyzer knows.</summary>
public sealed partial class StyleTests
{
    /// <summary>As <c>.editorconfig</c> says. The words of a string do not count: a text is found more easily whole.</summary>
    private const int MaxLineLength = 160;

    private static readonly string[] Folders = ["workflow", "lambdas", "emulator", "local", "proof", "compat", "tests", "bench", "eng"];

    private static IEnumerable<(string Place, string Line)> Lines() =>
        from folder in Folders
        from file in Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
        from line in CodeOf(file)
        select line;

    /// <summary>The lines of a file, without those that are words of a raw string.</summary>
    private static IEnumerable<(string Place, string Line)> CodeOf(string file)
    {
        var isRaw = false;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            var quotes = line.Split("\"\"\"").Length - 1;
            if (!isRaw && quotes == 0)
                yield return ($"{Path.GetRelativePath(Root(), file)}:{index + 1}", line);
            isRaw ^= quotes % 2 == 1;
        }
    }

    [Fact]
    public async Task Lines_AreNotTooLong()
    {
        (await File.ReadAllTextAsync(Path.Combine(Root(), ".editorconfig"), TestContext.Current.CancellationToken))
            .ShouldContain($"max_line_length = {MaxLineLength}\n");
        Lines().Where(line => IsTooLong(line.Line)).Select(line => line.Place).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(160, false)]
    [InlineData(161, true)]
    public void Length_HasALimit(int length, bool isTooLong) => IsTooLong(new string('x', length)).ShouldBe(isTooLong);

    [Fact]
    public void Length_DoesNotCountWords() => IsTooLong($"Say(\"{new string('x', 300)}\");").ShouldBeFalse();

    /// <summary>Names that AWS and others have given stay as they are: in strings, and in what mirrors their requests.</summary>
    [Fact]
    public void Limits_AreCalledMax() => Lines()
        .Where(line => !line.Place.StartsWith("compat", StringComparison.Ordinal) && Maximum().IsMatch(line.Line))
        .Select(line => line.Place)
        .ShouldBeEmpty();

    private static bool IsTooLong(string line) => Words().Replace(line, "\"\"").Length > MaxLineLength;

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(const|static readonly|var|int|long|string|TimeSpan) [mM]aximum[A-Z]\w*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Maximum();
}
