using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants;

/// <summary>The body of a method, constructor, operator or property, which can be compiled once for each of its mutants.</summary>
/// <param name="Replaced">What a body with all mutants takes the place of.</param>
/// <param name="Code">The statements' block or the expression, of which each mutant has a copy.</param>
/// <param name="Copy">How a copy is written, with <c>{0}</c> for its code.</param>
/// <param name="IsGetter">Whether it needs a property's <c>get</c> around it.</param>
internal sealed record MutantBody(TextSpan Replaced, TextSpan Code, string Copy, bool IsGetter)
{
    /// <summary>The body that a mutant changes; null when it changes something else, an initializer for example.</summary>
    public static MutantBody? Of(SyntaxNode root, TextSpan mutant)
    {
        foreach (var node in root.FindNode(mutant, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            var body = node switch
            {
                BaseMethodDeclarationSyntax method => Of(method.Body, method.ExpressionBody, method.SemicolonToken, IsVoid(method), isGetter: false),
                AccessorDeclarationSyntax accessor => Of(
                    accessor.Body, accessor.ExpressionBody, accessor.SemicolonToken, !accessor.IsKind(SyntaxKind.GetAccessorDeclaration), isGetter: false),
                PropertyDeclarationSyntax property => Of(null, property.ExpressionBody, property.SemicolonToken, isVoid: false, isGetter: true),
                IndexerDeclarationSyntax indexer => Of(null, indexer.ExpressionBody, indexer.SemicolonToken, isVoid: false, isGetter: true),
                _ => null,
            };
            if (body?.Code.Contains(mutant) == true)
                return body;
            if (node is TypeDeclarationSyntax)
                return null;
        }
        return null;
    }

    /// <summary>Writes the body with all its mutants, behind a switch.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="mutants">The mutants with their numbers.</param>
    /// <param name="written">Where the body goes.</param>
    /// <returns>Where each mutant's copy is in <paramref name="written"/>.</returns>
    public IEnumerable<(Mutant Mutant, TextSpan Copy)> Write(SourceText text, IEnumerable<(Mutant Mutant, int Number)> mutants, StringBuilder written)
    {
        List<(Mutant, TextSpan)> copies = [];
        written.Append(IsGetter ? "{ get { switch (" : "{ switch (").Append(ActiveMutant.Read).Append(") {\n");
        foreach (var (mutant, number) in mutants)
        {
            var start = written.Length;
            written.Append("case ").Append(number).Append(":\n");
            Append(written, text.ToString(TextSpan.FromBounds(Code.Start, mutant.Span.Start))
                + mutant.Replacement + text.ToString(TextSpan.FromBounds(mutant.Span.End, Code.End)));
            copies.Add((mutant, TextSpan.FromBounds(start, written.Length)));
        }
        written.Append("default:\n");
        Append(written, text.ToString(Code));
        written.Append(IsGetter ? "} } }" : "} }");
        return copies;
    }

    private static MutantBody? Of(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool isVoid, bool isGetter)
    {
        // A copy that has to return and does not is an error of its own, so nothing stands behind it.
        if (block is not null)
        {
            var ends = isVoid || block.DescendantNodes().Any(node => node is YieldStatementSyntax);
            return new MutantBody(block.Span, block.Span, ends ? "{0} break;" : "{0}", IsGetter: false);
        }
        if (arrow is null)
            return null;
        var copy = isVoid ? "{ {0}; } break;" : arrow.Expression is ThrowExpressionSyntax ? "{ {0}; }" : "{ return {0}; }";
        return new MutantBody(TextSpan.FromBounds(arrow.SpanStart, semicolon.Span.End), arrow.Expression.Span, copy, isGetter);
    }

    private static bool IsVoid(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } => true,
        MethodDeclarationSyntax { ReturnType: IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" } } returning =>
            returning.Modifiers.Any(SyntaxKind.AsyncKeyword),
        ConstructorDeclarationSyntax or DestructorDeclarationSyntax => true,
        _ => false,
    };

    private void Append(StringBuilder written, string code) => written.Append(Copy.Replace("{0}", code, StringComparison.Ordinal)).Append('\n');
}
