using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants.Finding;

/// <summary>Finds the mutants of a file: comparisons, conditions, constants, statements, links of chains, parts of lists, and DynamoDB's expressions.</summary>
internal sealed class MutantFinder : CSharpSyntaxWalker
{
    private const int ShownLength = 90;
    private const int ShownSideLength = 40;

    /// <summary>Links of a chain without which the same comes out.</summary>
    private static readonly string[] KeptLinks = ["ToList", "ToArray", "ToString", "ConfigureAwait", "AsSpan"];

    /// <summary>What no request does without, and a name or value that DynamoDB misses: it fails at once, which proves nothing.</summary>
    private static readonly string[] KeptFields =
        ["TableName", "Key", "Item", "Put", "Update", "Delete", "ConditionCheck", "UpdateExpression", "KeyConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues"];

    private static readonly Dictionary<SyntaxKind, string> Swaps = new()
    {
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.EqualsEqualsToken] = "!=",
        [SyntaxKind.ExclamationEqualsToken] = "==",
        [SyntaxKind.AmpersandAmpersandToken] = "||",
        [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "/",
        [SyntaxKind.SlashToken] = "*",
        [SyntaxKind.PercentToken] = "*",
        [SyntaxKind.PlusEqualsToken] = "-=",
        [SyntaxKind.MinusEqualsToken] = "+=",
        [SyntaxKind.PlusPlusToken] = "--",
    };

    private static readonly Dictionary<string, string> OtherMethods = new(StringComparer.Ordinal)
    {
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Any"] = "All",
        ["All"] = "Any",
    };

    private readonly string _file;
    private readonly SourceText _text;
    private readonly List<Mutant> _found = [];

    private MutantFinder(string file, SourceText text) => (_file, _text) = (file, text);

    /// <summary>All mutants of a file, in the order of its text. Some may not compile.</summary>
    /// <param name="file">The file, from <c>workflow/</c>.</param>
    /// <param name="tree">Its syntax.</param>
    public static IReadOnlyList<Mutant> Find(string file, SyntaxTree tree)
    {
        var finder = new MutantFinder(file, tree.GetText());
        finder.Visit(tree.GetRoot());
        return
        [
            .. finder._found
                .OrderBy(mutant => mutant.Span.Start)
                .GroupBy(mutant => mutant.Key, StringComparer.Ordinal)
                .SelectMany(same => same.DistinctBy(mutant => (mutant.Span, mutant.Replacement))
                    .Select((mutant, index) => mutant with { Ordinal = index + 1 })),
        ];
    }

    public override void VisitAttributeList(AttributeListSyntax node)
    {
        // Attributes are for the compiler and the serializer.
    }

    public override void VisitEnumMemberDeclaration(EnumMemberDeclarationSyntax node)
    {
        // The numbers of an enumeration mean nothing.
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Swaps.TryGetValue(node.OperatorToken.Kind(), out var other))
            Add(node, node.OperatorToken.Span, other, Around(node, node.OperatorToken.Text), Around(node, other));
        else if (node.IsKind(SyntaxKind.CoalesceExpression) && node.Right is not ThrowExpressionSyntax)
            Replace(node, node.Right.ToString());
        base.VisitBinaryExpression(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        if (Swaps.TryGetValue(node.OperatorToken.Kind(), out var other))
            Replace(node, other + " " + node.Expression);
        base.VisitRelationalPattern(node);
    }

    public override void VisitUnaryPattern(UnaryPatternSyntax node)
    {
        Replace(node, node.Pattern.ToString());
        base.VisitUnaryPattern(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression) || (node.IsKind(SyntaxKind.UnaryMinusExpression) && node.Operand is not LiteralExpressionSyntax))
            Replace(node, node.Operand.ToString());
        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.PostIncrementExpression) && node.Parent is not ForStatementSyntax)
            Replace(node, node.Operand + "--");
        base.VisitPostfixUnaryExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (Swaps.TryGetValue(node.OperatorToken.Kind(), out var other))
            Add(node, node.OperatorToken.Span, other, node.ToString(), $"{node.Left} {other} {node.Right}");
        base.VisitAssignmentExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        if (node.Pattern is not UnaryPatternSyntax)
            Replace(node, $"!({node})");
        base.VisitIsPatternExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitWhileStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitWhenClause(WhenClauseSyntax node)
    {
        Negate(node.Condition);
        base.VisitWhenClause(node);
    }

    public override void VisitCatchFilterClause(CatchFilterClauseSyntax node)
    {
        Negate(node.FilterExpression);
        base.VisitCatchFilterClause(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.Token.Value is int or long)
        {
            if (!IsPolicy(node))
                Replace(node, Convert.ToInt64(node.Token.Value, null) + 1 + (node.Token.Value is long && node.Token.Text.EndsWith('L') ? "L" : ""));
        }
        else if (node.IsKind(SyntaxKind.TrueLiteralExpression))
            Replace(node, "false");
        else if (node.IsKind(SyntaxKind.FalseLiteralExpression))
            Replace(node, "true");
        else if (node.IsKind(SyntaxKind.StringLiteralExpression) && node.Token.Text.StartsWith('"'))
            Expressions(node, TextSpan.FromBounds(node.SpanStart + 1, node.Span.End - 1));
        base.VisitLiteralExpression(node);
    }

    public override void VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
        if (node.StringStartToken.Text == "$\"")
            Expressions(node, TextSpan.FromBounds(node.StringStartToken.Span.End, node.StringEndToken.SpanStart));
        base.VisitInterpolatedStringExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Log" } },
            })
            Replace(node, ";");
        base.VisitExpressionStatement(node);
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
        Replace(node, ";");
        base.VisitThrowStatement(node);
    }

    public override void VisitContinueStatement(ContinueStatementSyntax node) => Replace(node, ";");

    public override void VisitBreakStatement(BreakStatementSyntax node)
    {
        if (node.Parent is not SwitchSectionSyntax)
            Replace(node, ";");
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier: var name } access)
        {
            if (OtherMethods.TryGetValue(name.Text, out var other))
                Add(node, name.Span, other, $"{name.Text}(…)", $"{other}(…)");
            // A chain without one of its links: a condition, an attribute, a filter.
            if (!KeptLinks.Contains(name.Text) && !IsPolicy(node)
                && access.Expression is not (IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax))
                Add(node, node.Span, access.Expression.ToString(), Link(node, name), "(dropped)");
        }
        if (node.ArgumentList.Arguments.Count > 1
            && node.ArgumentList.Arguments.All(argument => argument.Expression.IsKind(SyntaxKind.StringLiteralExpression)))
            Drop(node.ArgumentList.Arguments, _ => true);
        base.VisitInvocationExpression(node);
    }

    public override void VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        Drop(node.Elements, _ => true);
        base.VisitCollectionExpression(node);
    }

    public override void VisitInitializerExpression(InitializerExpressionSyntax node)
    {
        Drop(node.Expressions, each => each is not AssignmentExpressionSyntax { Left: var left }
            || (left is not ImplicitElementAccessSyntax && !KeptFields.Contains(left.ToString())));
        base.VisitInitializerExpression(node);
    }

    /// <summary>Whether it is the value of a named constant: tests use the name, and so follow the value.</summary>
    private static bool IsPolicy(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.StaticKeyword),
        PropertyDeclarationSyntax { Initializer: not null } property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static string Around(BinaryExpressionSyntax node, string text) =>
        $"{Shorten(node.Left.ToString(), ShownSideLength)} {text} {Shorten(node.Right.ToString(), ShownSideLength)}";

    private static string Link(InvocationExpressionSyntax node, SyntaxToken name) => $".{name.Text}{node.ArgumentList}";

    private static string Shorten(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : line[..(length / 2)] + "…" + line[^(length / 2)..];
    }

    private static string MemberOf(SyntaxNode node) => node.Ancestors().Select(each => each switch
    {
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax => "constructor",
        OperatorDeclarationSyntax => "operator",
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    }).FirstOrDefault(name => name is not null) ?? "";

    private void Negate(ExpressionSyntax condition)
    {
        // What is compared or negated itself has its mutant already.
        if (condition is not (IsPatternExpressionSyntax or PrefixUnaryExpressionSyntax) && !condition.IsKind(SyntaxKind.EqualsExpression)
            && !condition.IsKind(SyntaxKind.NotEqualsExpression))
            Replace(condition, $"!({condition})");
    }

    private void Drop<T>(SeparatedSyntaxList<T> list, Func<T, bool> isDroppable)
        where T : SyntaxNode
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (!isDroppable(list[index]))
                continue;
            var end = index + 1 < list.Count ? list[index + 1].SpanStart : list[index].Span.End;
            var start = index > 0 && index + 1 == list.Count ? list[index - 1].Span.End : list[index].SpanStart;
            Add(list[index], TextSpan.FromBounds(start, end), "", list[index].ToString(), "(dropped)");
        }
    }

    private void Expressions(SyntaxNode node, TextSpan inside)
    {
        var isKey = node.Ancestors().OfType<AssignmentExpressionSyntax>().FirstOrDefault()?.Left.ToString() == "KeyConditionExpression";
        if (isKey || node.Ancestors().Any(each => each is ThrowExpressionSyntax or ThrowStatementSyntax or InterpolationSyntax))
            return;
        foreach (var change in DynamoDbExpression.Changes(_text.ToString(inside)))
            Add(node, new TextSpan(inside.Start + change.Part.Start, change.Part.Length), change.Text, change.Before, change.After);
    }

    private void Replace(SyntaxNode node, string replacement) => Add(node, node.Span, replacement, node.ToString(), replacement);

    private void Add(SyntaxNode node, TextSpan span, string replacement, string before, string after) => _found.Add(new Mutant(
        _file, MemberOf(node), _text.Lines.GetLineFromPosition(span.Start).LineNumber + 1, span,
        Shorten(before, ShownLength), Shorten(after, ShownLength), replacement, 1));
}
