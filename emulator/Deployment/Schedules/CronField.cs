using System.Globalization;

namespace KakaoWorkflow.Emulator.Deployment.Schedules;

/// <summary>One field of a cron expression: <c>*</c>, <c>5</c>, <c>1-5</c>, <c>0/15</c>, <c>1-10/2</c>, and lists of them.</summary>
internal sealed class CronField
{
    private readonly SortedSet<int> _values;

    private CronField(SortedSet<int> values) => _values = values;

    /// <summary>All values that match, ascending.</summary>
    public IReadOnlyCollection<int> Values => _values;

    public bool Has(int value) => _values.Contains(value);

    /// <exception cref="FormatException">The text is not a field; the message names it.</exception>
    public static CronField Parse(string name, string text, int least, int most, string[] names)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, (int?)null),
                [var whole, var every] => (whole, Number(every, 1, most)),
                _ => throw Bad(),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (least, most),
                [var single] => (Value(single), step is null ? Value(single) : most),
                [var first, var last] => (Value(first), Value(last)),
                _ => throw Bad(),
            };
            if (from > to)
                throw Bad();
            for (var value = from; value <= to; value += step ?? 1)
                values.Add(value);
        }
        return new CronField(values);

        int Value(string value)
        {
            var named = Array.IndexOf(names, value.ToUpperInvariant());
            return named >= 0 ? named + least : Number(value, least, most);
        }

        int Number(string value, int from, int to) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
                ? number
                : throw Bad();

        FormatException Bad() => new($"the cron field '{name}' cannot be '{text}'.");
    }
}
