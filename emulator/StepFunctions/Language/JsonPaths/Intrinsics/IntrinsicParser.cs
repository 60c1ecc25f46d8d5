using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>Reads a call such as <c>States.Format('{} won', $.total)</c>.</summary>
internal sealed class IntrinsicParser
{
    /// <summary>How deep calls may be nested (AWS: 10).</summary>
    public const int MaxDepth = 10;

    private readonly TextCursor _cursor;
    private int _depth;

    private IntrinsicParser(TextCursor cursor) => _cursor = cursor;

    public static IntrinsicCall Parse(string text)
    {
        var parser = new IntrinsicParser(new TextCursor(text, 0));
        var call = parser.ParseCall();
        parser._cursor.SkipWhiteSpace();
        return parser._cursor.AtEnd ? call : throw parser._cursor.Error("text after the closing )");
    }

    private IntrinsicCall ParseCall()
    {
        var name = TakeName();
        if (!IntrinsicFunctions.ByName.TryGetValue(name, out var function))
            throw _cursor.Error(name.Length == 0
                ? "a path or an intrinsic function is expected"
                : $"there is no intrinsic function '{name}'");
        if (++_depth > MaxDepth)
            throw _cursor.Error($"intrinsic functions are nested more than {MaxDepth} levels deep");
        _cursor.Expect('(');
        var arguments = new List<ValueExpression>();
        _cursor.SkipWhiteSpace();
        if (!_cursor.TryTake(')'))
        {
            do
            {
                _cursor.SkipWhiteSpace();
                arguments.Add(ParseArgument(isTemplate: arguments.Count == 0 && name == FormatTemplate.FunctionName));
                _cursor.SkipWhiteSpace();
            }
            while (_cursor.TryTake(','));
            _cursor.Expect(')');
        }

        _depth--;
        if (arguments.Count < function.MinArguments || arguments.Count > function.MaxArguments)
            throw _cursor.Error($"{name} does not take {arguments.Count} arguments");
        return new IntrinsicCall(function, arguments);
    }

    private ValueExpression ParseArgument(bool isTemplate)
    {
        if (_cursor.AtEnd)
            throw _cursor.Error("an argument is missing");
        switch (_cursor.Current)
        {
            case '$':
                return new PathExpression(new PathParser(_cursor, inFilter: false).ParsePath());
            case '\'':
                var literal = TakeString(keepEscapes: isTemplate);
                CheckTemplate(isTemplate, literal);
                return new LiteralExpression(literal);
            case '-' or (>= '0' and <= '9'):
                return new LiteralExpression(TakeNumber());
        }

        if (_cursor.TryTake("true"))
            return new LiteralExpression(true);
        if (_cursor.TryTake("false"))
            return new LiteralExpression(false);
        return _cursor.TryTake("null") ? new LiteralExpression(null) : ParseCall();
    }

    private string TakeName()
    {
        var length = 0;
        var rest = _cursor.Text.AsSpan(_cursor.Position);
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '_'))
            length++;
        return _cursor.Take(length);
    }

    private JsonNode? TakeNumber()
    {
        try
        {
            return JsonNode.Parse(_cursor.TakeNumber());
        }
        catch (JsonException)
        {
            throw _cursor.Error("a number is expected");
        }
    }

    /// <summary>
    /// A literal. The template of States.Format keeps its backslashes, since they tell <c>\{</c> from a placeholder.
    /// </summary>
    private string TakeString(bool keepEscapes)
    {
        var value = new StringBuilder();
        for (_cursor.Position++; !_cursor.AtEnd; _cursor.Position++)
        {
            if (_cursor.TryTake('\''))
                return value.ToString();
            if (_cursor.Current == '\\')
            {
                if (keepEscapes)
                    value.Append('\\');
                _cursor.Position++;
                if (_cursor.AtEnd || _cursor.Current is not ('\'' or '{' or '}' or '\\'))
                    throw _cursor.Error("a backslash may protect only one of ' { } \\");
            }

            value.Append(_cursor.Current);
        }

        throw _cursor.Error("the closing ' is missing");
    }

    private void CheckTemplate(bool isTemplate, string literal)
    {
        if (!isTemplate)
            return;
        try
        {
            FormatTemplate.Parse(literal);
        }
        catch (FormatException exception)
        {
            throw _cursor.Error(exception.Message);
        }
    }
}
