using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KakaoWorkflow.Mutants;

/// <summary>Writes <c>docs/mutation.md</c>: the figures of each folder, and each survivor with its reason.</summary>
internal static class MutantPage
{
    private const string NoReason = "**Nobody has looked at it yet.**";
    private const string NotTried = "Only the tests near to it were tried.";

    /// <summary>Writes the page.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="mutants">All mutants of all folders.</param>
    /// <param name="judgements">What is known of them.</param>
    /// <param name="day">Today.</param>
    public static void Write(string root, IReadOnlyList<Mutant> mutants, Judgements judgements, DateOnly day)
    {
        var reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(root, "eng", "mutants", "reasons.json")))!;
        var known = mutants.Select(mutant => (Mutant: mutant, judgements.Find(mutant)?.Verdict)).Where(each => each.Verdict != Verdict.NoCode).ToList();
        var page = new StringBuilder()
            .AppendLine("# Mutation testing").AppendLine()
            .AppendLine("`dotnet run -c Release --project eng/mutants` changes the production code in the folders that move money and points, one small")
            .AppendLine("change at a time, and runs the tests on each: a comparison, a negated condition, a constant, a statement that is left out, an")
            .AppendLine("element of a transaction, a part of a DynamoDB condition. It goes on where it was stopped, tries again what survived when code or")
            .AppendLine("tests have changed, and writes this page. Caught is a mutant on which a test fails, or which never ends. What has survived counts")
            .AppendLine("as not tried from the next change of code or tests on. The values of named constants stay: tests use the names, and follow them.")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Of {day:yyyy-MM-dd}:").AppendLine()
            .AppendLine("| Folder | Mutants | Caught | Survived | Not tried yet | Caught of those tried |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var folder in known.GroupBy(each => each.Mutant.Folder, StringComparer.Ordinal).OrderBy(folder => folder.Key, StringComparer.Ordinal))
            Row(folder.Key, [.. folder.Select(each => each.Verdict)]);
        Row("all", [.. known.Select(each => each.Verdict)]);
        page.AppendLine().AppendLine("## What survived").AppendLine();
        foreach (var file in known.Where(each => each.Verdict is Verdict.Survived or Verdict.SurvivedNear)
            .GroupBy(each => each.Mutant.File, StringComparer.Ordinal))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"### {file.Key}").AppendLine();
            foreach (var (mutant, verdict) in file)
                page.AppendLine(CultureInfo.InvariantCulture, $"- {mutant.Member}, line {mutant.Line}: `{mutant.Before}` → `{mutant.After}`. {reasons.GetValueOrDefault(mutant.Key, verdict == Verdict.Survived ? NoReason : NotTried)}");
            page.AppendLine();
        }
        File.WriteAllText(Path.Combine(root, "docs", "mutation.md"), page.ToString().TrimEnd() + "\n");

        void Row(string name, IReadOnlyList<Verdict?> verdicts)
        {
            var (caught, survived) = (verdicts.Count(verdict => verdict is Verdict.Caught or Verdict.TimedOut),
                verdicts.Count(verdict => verdict is Verdict.Survived or Verdict.SurvivedNear));
            var share = caught + survived == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * caught / (caught + survived):0.0} %");
            page.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {verdicts.Count} | {caught} | {survived} | {verdicts.Count - caught - survived} | {share} |");
        }
    }
}
