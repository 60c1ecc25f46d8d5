using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>
/// A guarded change of an order's status: the only way in which a status is written, but for <see cref="Quoting.QuoteOrder"/> and
/// <see cref="AwaitOperator"/>, which may create the record by writes of their own. It names the statuses that it may start from, keeps
/// the sparse index attribute <c>openStatus</c> in step, and so lets nothing leave an ended order.
/// </summary>
internal sealed class OrderTransition
{
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);
    private readonly List<string> _set = ["#status = :status", "statusSince = :now"];
    private readonly List<string> _remove = [];
    private readonly List<string> _conditions = [];
    private readonly string _orderId;

    /// <summary>Begins a transition.</summary>
    /// <param name="orderId">Which order.</param>
    /// <param name="status">The new status; may be one of <paramref name="from"/>.</param>
    /// <param name="now">The time that <c>statusSince</c> shows.</param>
    /// <param name="from">The statuses that the order may be in.</param>
    public OrderTransition(string orderId, string status, DateTimeOffset now, params IReadOnlyList<string> from)
    {
        _orderId = orderId;
        _values[":status"] = Attributes.Text(status);
        _values[":now"] = Attributes.Instant(now);
        for (var index = 0; index < from.Count; index++)
            _values[":from" + index] = Attributes.Text(from[index]);
        _conditions.Add($"#status IN ({string.Join(", ", Enumerable.Range(0, from.Count).Select(index => ":from" + index))})");

        if (OrderStatus.IsOpen(status))
        {
            _set.Add("openStatus = :status");
        }
        else
        {
            _remove.Add("openStatus");
            // A refund changes the status of an order that has ended; the day that it belongs to in the books stays.
            _set.Add("endedDay = if_not_exists(endedDay, :endedDay)");
            _values[":endedDay"] = Attributes.Text(BookDay.Of(now).Shard(orderId));
        }
    }

    /// <summary>Keeps an ended order in the index of open orders, as one at which the reconciler must look.</summary>
    /// <param name="mark">One of <see cref="OpenMark"/>; null leaves the index as the status wants it.</param>
    public OrderTransition Mark(string? mark)
    {
        if (mark is null)
            return this;
        _remove.Remove("openStatus");
        return Set("openStatus", Attributes.Text(mark));
    }

    /// <summary>Gives a name of a condition its value.</summary>
    public OrderTransition Where(string name, AttributeValue value)
    {
        _values[name] = value;
        return this;
    }

    /// <summary>Sets an attribute; a null value leaves it alone.</summary>
    public OrderTransition Set(string name, AttributeValue? value)
    {
        if (value is null)
            return this;
        _values[":" + name] = value;
        _set.Add($"{name} = :{name}");
        return this;
    }

    /// <summary>Writes down what a person did to the order.</summary>
    /// <param name="entry">A list with one <see cref="OperatorAction"/>.</param>
    public OrderTransition Record(AttributeValue entry)
    {
        (_values[":entry"], _values[":none"]) = (entry, OperatorAction.None);
        _set.Add(OperatorAction.Append);
        return this;
    }

    /// <summary>Removes attributes.</summary>
    public OrderTransition Remove(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _remove.Add(name);
        return this;
    }

    /// <summary>Adds a condition beside the statuses.</summary>
    public OrderTransition Require(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    public Update ToUpdate(string tableName) => new()
    {
        TableName = tableName,
        Key = ItemKey.Order(_orderId).ToAttributes(),
        UpdateExpression = $"SET {string.Join(", ", _set)}" + (_remove.Count > 0 ? $" REMOVE {string.Join(", ", _remove)}" : ""),
        ConditionExpression = string.Join(" AND ", _conditions),
        ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
        ExpressionAttributeValues = _values,
    };

    public TransactWriteItem ToWrite(string tableName) => new() { Update = ToUpdate(tableName) };
}
