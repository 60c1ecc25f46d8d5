namespace KakaoWorkflow.Points;

/// <summary>
/// How many points a customer wants to spend: a number, or all that there are. <c>default</c> is none.
/// </summary>
public readonly record struct PointsAsked
{
    private readonly long _amount;

    private PointsAsked(long amount, bool isAll)
    {
        _amount = amount;
        IsAll = isAll;
    }

    /// <summary>All points, however many there are.</summary>
    public static PointsAsked All { get; } = new(0, isAll: true);

    /// <summary>Whether the customer asked for all points.</summary>
    public bool IsAll { get; }

    /// <summary>The number asked for, 0 or more; null when the customer asked for all.</summary>
    public long? Amount => IsAll ? null : _amount;

    /// <summary>A number of points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static PointsAsked Of(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new PointsAsked(amount, isAll: false);
    }
}
