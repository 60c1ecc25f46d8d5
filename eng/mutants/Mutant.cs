using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants;

/// <summary>One small change of production code, which some test should notice.</summary>
/// <param name="File">The file, from <c>workflow/</c>, with slashes.</param>
/// <param name="Member">The method or property that it is in; the type's name outside of any.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Span">What is replaced, in the file's text.</param>
/// <param name="Before">The text that is there, shortened for people.</param>
/// <param name="After">The text that stands there instead, likewise.</param>
/// <param name="Replacement">The whole of it.</param>
/// <param name="Ordinal">Tells equal changes of one member apart, from 1.</param>
internal sealed record Mutant(
    string File, string Member, int Line, TextSpan Span, string Before, string After, string Replacement, int Ordinal)
{
    /// <summary>The folder of <c>workflow/</c> that it belongs to.</summary>
    public string Folder => File.Split('/')[0];

    /// <summary>Names it, also after lines have moved.</summary>
    public string Key => $"{File} {Member}: {Before} → {After}{(Ordinal > 1 ? $" #{Ordinal}" : "")}";
}
