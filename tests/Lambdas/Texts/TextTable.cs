using System.Runtime.CompilerServices;
using System.Text;

namespace KakaoWorkflow.Tests.Lambdas.Texts;

/// <summary>All that customers are told, each text once, with the situations in which they are told it.</summary>
internal sealed class TextTable
{
    /// <summary>The environment variable that writes the table anew instead of comparing it.</summary>
    private const string RecordVariable = "KAKAOWORKFLOW_RECORD_TEXTS";

    private readonly List<(string Heading, List<(string Text, List<string> Situations)> Texts)> _sections = [];

    public void Section(string heading) => _sections.Add((heading, []));

    public void Add(string situation, string text)
    {
        var texts = _sections[^1].Texts;
        var index = texts.FindIndex(known => known.Text == text);
        if (index >= 0)
            texts[index].Situations.Add(situation);
        else
            texts.Add((text, [situation]));
    }

    /// <summary>Compares the table with the file of this name beside this one.</summary>
    public async Task CheckAsync(string fileName)
    {
        var path = Path.Combine(Folder(), fileName);
        if (Environment.GetEnvironmentVariable(RecordVariable) == "1")
            await File.WriteAllTextAsync(path, ToString());
        var recorded = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";
        ToString().ShouldBe(recorded, $"What customers are told has changed. Read it in Korean, then record it with {RecordVariable}=1.");
    }

    public override string ToString()
    {
        var text = new StringBuilder("What customers are told, recorded from real answers: [button], (suggestion), ↗ opens a page.\n");
        foreach (var (heading, texts) in _sections)
        {
            text.Append($"\n{new string('=', 80)}\n{heading}\n");
            foreach (var (words, situations) in texts)
                text.Append($"\n--- {string.Join(" | ", situations)}\n{words}\n");
        }
        return text.ToString();
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
