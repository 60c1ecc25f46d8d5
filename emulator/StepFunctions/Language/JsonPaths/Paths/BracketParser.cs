using System.Globalization;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>Reads a step in brackets.</summary>
internal sealed class BracketParser(TextCursor cursor)
{
    private const int MaxUnion = 1_000;

    public PathSegment Parse()
    {
        cursor.Expect('[');
        cursor.SkipWhiteSpace();
        if (cursor.AtEnd)
            throw cursor.Error("the closing ] is missing");
        PathSegment segment = cursor.Current switch
        {
            '*' => Wildcard(),
            '?' => new FilterSegment(new FilterParser(cursor).Parse()),
            '\'' or '"' => Names(),
            _ => Numbers(),
        };
        cursor.SkipWhiteSpace();
        cursor.Expect(']');
        return segment;
    }

    private WildcardSegment Wildcard()
    {
        cursor.Expect('*');
        return new WildcardSegment();
    }

    private PathSegment Names()
    {
        var names = List(cursor.TakeQuoted);
        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names, IsLast: false);
    }

    private PathSegment Numbers()
    {
        if (cursor.TryTake(':'))
            return new SliceSegment(null, OptionalInteger());
        var first = Integer();
        cursor.SkipWhiteSpace();
        if (cursor.TryTake(':'))
            return new SliceSegment(first, OptionalInteger());
        return cursor.TryTake(',') ? new IndexSegment([first, .. List(Integer)]) : new IndexSegment([first]);
    }

    private List<T> List<T>(Func<T> read)
    {
        var items = new List<T>();
        do
        {
            cursor.SkipWhiteSpace();
            if (items.Count == MaxUnion)
                throw cursor.Error($"more than {MaxUnion} members");
            if (cursor.AtEnd || (cursor.Current is not ('\'' or '"') && typeof(T) == typeof(string)))
                throw cursor.Error("a quoted name is missing");
            items.Add(read());
            cursor.SkipWhiteSpace();
        }
        while (cursor.TryTake(','));
        return items;
    }

    private int? OptionalInteger()
    {
        cursor.SkipWhiteSpace();
        int? value = cursor.AtEnd || cursor.Current is ']' or ':' ? null : Integer();
        cursor.SkipWhiteSpace();
        if (!cursor.AtEnd && cursor.Current == ':')
            throw cursor.Error("a slice with a step is not supported");
        return value;
    }

    private int Integer()
    {
        var start = cursor.Position;
        return int.TryParse(cursor.TakeNumber(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new TextCursor(
                cursor.Text, start).Error("a whole number, a quoted name, '*' or '?' is expected in brackets");
    }
}
