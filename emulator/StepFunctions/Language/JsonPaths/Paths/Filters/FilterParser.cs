using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>
/// Reads <c>?(…)</c>: comparisons and existence tests joined by <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and parentheses.
/// </summary>
internal sealed class FilterParser(TextCursor cursor)
{
    private const int MaxDepth = 20;

    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private int _depth;

    public FilterCondition Parse()
    {
        cursor.Expect('?');
        cursor.SkipWhiteSpace();
        return Parenthesised();
    }

    private FilterCondition Parenthesised()
    {
        if (++_depth > MaxDepth)
            throw cursor.Error($"a filter is nested more than {MaxDepth} levels deep");
        cursor.Expect('(');
        var condition = Alternatives();
        cursor.Expect(')');
        cursor.SkipWhiteSpace();
        _depth--;
        return condition;
    }

    private FilterCondition Alternatives()
    {
        var conditions = Joined("||", Conjunction);
        return conditions.Count == 1 ? conditions[0] : new FilterCondition.Any(conditions);
    }

    private FilterCondition Conjunction()
    {
        var conditions = Joined("&&", Term);
        return conditions.Count == 1 ? conditions[0] : new FilterCondition.All(conditions);
    }

    private List<FilterCondition> Joined(string separator, Func<FilterCondition> read)
    {
        var conditions = new List<FilterCondition>();
        do
        {
            cursor.SkipWhiteSpace();
            conditions.Add(read());
            cursor.SkipWhiteSpace();
        }
        while (cursor.TryTake(separator));
        return conditions;
    }

    private FilterCondition Term()
    {
        if (!cursor.AtEnd && cursor.Current == '(')
            return Parenthesised();
        if (!cursor.TryTake('!'))
            return Test();
        if (++_depth > MaxDepth)
            throw cursor.Error($"a filter is nested more than {MaxDepth} levels deep");
        cursor.SkipWhiteSpace();
        var inner = Term();
        _depth--;
        return new FilterCondition.Not(inner);
    }

    private FilterCondition Test()
    {
        var left = Operand();
        cursor.SkipWhiteSpace();
        foreach (var name in Operators)
        {
            if (!cursor.TryTake(name))
                continue;
            cursor.SkipWhiteSpace();
            return new Comparison(left, name, Operand());
        }

        return left is FilterOperand.Path path
            ? new FilterCondition.Exists(path)
            : throw cursor.Error("one of == != < <= > >= is expected");
    }

    private FilterOperand Operand()
    {
        if (cursor.AtEnd)
            throw cursor.Error("a value or a path is missing");
        switch (cursor.Current)
        {
            case '@' or '$':
                var (root, steps) = new PathParser(cursor, inFilter: true).ParseFilterPath();
                return new FilterOperand.Path(root, steps);
            case '\'' or '"':
                return new FilterOperand.Literal(JsonValue.Create(cursor.TakeQuoted()));
            case '-' or (>= '0' and <= '9'):
                return new FilterOperand.Literal(Number());
        }

        if (cursor.TryTake("true"))
            return new FilterOperand.Literal(JsonValue.Create(true));
        if (cursor.TryTake("false"))
            return new FilterOperand.Literal(JsonValue.Create(false));
        if (cursor.TryTake("null"))
            return new FilterOperand.Literal(null);
        throw cursor.Error("a value or a path that starts with '@' or '$' is expected");
    }

    private JsonNode? Number()
    {
        try
        {
            return JsonNode.Parse(cursor.TakeNumber());
        }
        catch (JsonException)
        {
            throw cursor.Error("a number is expected");
        }
    }
}
