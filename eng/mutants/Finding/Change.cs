using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants.Finding;

/// <summary>A change within a text.</summary>
/// <param name="Part">What is replaced.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Before">What is there, for people.</param>
/// <param name="After">What is there instead, likewise.</param>
internal readonly record struct Change(TextSpan Part, string Text, string Before, string After);
