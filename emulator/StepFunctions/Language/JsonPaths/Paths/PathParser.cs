using System.Text;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>Reads one path from where the cursor is, as far as it goes.</summary>
internal sealed class PathParser(TextCursor cursor, bool inFilter)
{
    private const string EndsName = ".[]()'\",*?@$\\{}";
    private const string EndsNameInFilter = EndsName + "<>=!&|~";

    private readonly string _text = cursor.Text;

    public void ExpectEnd()
    {
        if (cursor.AtEnd)
            return;
        throw cursor.Current == '('
            ? cursor.Error("JSONPath functions are not supported; intrinsic functions such as States.ArrayLength take their place")
            : cursor.Error($"unexpected '{cursor.Current}'");
    }

    public JsonPath ParsePath()
    {
        var start = cursor.Position;
        cursor.Expect('$');
        var root = PathRoot.Input;
        string? variable = null;
        if (cursor.TryTake('$'))
            root = PathRoot.Context;
        else if (VariableName.LengthAt(_text, cursor.Position) is var length and > 0)
        {
            root = PathRoot.Variable;
            variable = cursor.Take(length);
            if (!VariableName.IsValid(variable))
                throw cursor.Error($"'{variable}' cannot be a variable's name");
        }

        var steps = ParseSteps();
        return new JsonPath(_text[start..cursor.Position], root, variable, steps);
    }

    /// <summary>Reads a path that starts with <c>@</c> or <c>$</c> in a filter.</summary>
    public (PathRoot Root, PathSteps Steps) ParseFilterPath()
    {
        var root = cursor.TryTake('@') ? PathRoot.Current : PathRoot.Input;
        if (root == PathRoot.Input)
            cursor.Expect('$');
        if (!cursor.AtEnd && (cursor.Current == '$' || VariableName.LengthAt(_text, cursor.Position) > 0))
            throw cursor.Error("a filter can refer only to '@' and to the document '$'");
        return (root, ParseSteps());
    }

    private PathSteps ParseSteps()
    {
        var segments = new List<PathSegment>();
        while (!cursor.AtEnd && cursor.Current is '.' or '[')
        {
            var descends = false;
            if (cursor.TryTake('.'))
                descends = cursor.TryTake('.');
            var isBracket = !cursor.AtEnd && cursor.Current == '[';
            var segment = isBracket ? new BracketParser(cursor).Parse() : ParseName();
            segments.Add(descends ? new DescendantSegment(segment) : segment);
        }

        if (segments is [.., NamesSegment last])
            segments[^1] = last with { IsLast = true };
        return new PathSteps(segments);
    }

    private PathSegment ParseName()
    {
        if (cursor.TryTake('*'))
            return new WildcardSegment();
        var name = new StringBuilder();
        var ends = inFilter ? EndsNameInFilter : EndsName;
        while (!cursor.AtEnd)
        {
            if (cursor.TryTake('\\'))
            {
                if (cursor.AtEnd)
                    throw cursor.Error("a backslash must be followed by the character that it protects");
                name.Append(cursor.Take(1));
            }
            else if (ends.Contains(cursor.Current) || char.IsWhiteSpace(cursor.Current) || char.IsControl(cursor.Current))
            {
                break;
            }
            else
            {
                name.Append(cursor.Take(1));
            }
        }

        return name.Length > 0 ? new NameSegment(name.ToString()) : throw cursor.Error("a name is missing");
    }
}
