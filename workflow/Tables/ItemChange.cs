using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tables;

/// <summary>
/// A change of one item, and the conditions that must all hold for it. Every attribute goes by an alias, since DynamoDB keeps words such
/// as <c>status</c> for itself.
/// </summary>
/// <param name="key">Which item.</param>
internal sealed class ItemChange(ItemKey key)
{
    private const string IsNew = "attribute_not_exists(PK)";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);
    private readonly List<string> _set = [];
    private readonly List<string> _remove = [];
    private readonly List<string> _conditions = [];

    /// <summary>A new item as a part of a transaction; fails where there is one of its key.</summary>
    public static TransactWriteItem Create(string tableName, Dictionary<string, AttributeValue> item) =>
        new() { Put = new() { TableName = tableName, Item = item, ConditionExpression = IsNew } };

    /// <summary>Sets an attribute, also one that was to be removed; a null value leaves it as it is.</summary>
    public ItemChange Set(string name, AttributeValue? value) => value is null ? this : Assign(name, value, $":{name}");

    /// <summary>Sets an attribute that is missing.</summary>
    public ItemChange SetOnce(string name, AttributeValue value) => Assign(name, value, $"if_not_exists(#{name}, :{name})");

    /// <summary>Adds to a number that is there.</summary>
    public ItemChange Add(string name, long delta) => Assign(name, Attributes.Number(delta), $"#{name} + :{name}");

    /// <summary>Adds a list to the end of one, which may be missing.</summary>
    public ItemChange Append(string name, AttributeValue list)
    {
        _values[":none"] = new() { IsLSet = true };
        return Assign(name, list, $"list_append(if_not_exists(#{name}, :none), :{name})");
    }

    /// <summary>Removes attributes.</summary>
    public ItemChange Remove(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _remove.Add(Alias(name));
        return this;
    }

    /// <summary>The item must be there.</summary>
    public ItemChange IfExists() => If("attribute_exists(PK)");

    /// <summary>The item must not be there.</summary>
    public ItemChange IfNew() => If(IsNew);

    /// <summary>An attribute must have a value; null: it must be missing.</summary>
    public ItemChange If(string name, AttributeValue? value) =>
        If(value is null ? $"attribute_not_exists({Alias(name)})" : $"{Alias(name)} = {Value(value)}");

    /// <summary>An attribute must be missing or have a value.</summary>
    public ItemChange IfMissingOr(string name, AttributeValue value) => If($"(attribute_not_exists({Alias(name)}) OR {Alias(name)} = {Value(value)})");

    /// <summary>An attribute must be missing or have another value.</summary>
    public ItemChange IfNot(string name, AttributeValue value) => If($"(attribute_not_exists({Alias(name)}) OR {Alias(name)} <> {Value(value)})");

    /// <summary>An attribute must have one of some values.</summary>
    public ItemChange IfOneOf(string name, IEnumerable<AttributeValue> values) => If($"{Alias(name)} IN ({string.Join(", ", values.Select(Value))})");

    /// <summary>An attribute must not be above a value.</summary>
    public ItemChange IfAtMost(string name, AttributeValue value) => If($"{Alias(name)} <= {Value(value)}");

    /// <summary>An attribute must not be below a value.</summary>
    public ItemChange IfAtLeast(string name, AttributeValue value) => If($"{Alias(name)} >= {Value(value)}");

    /// <summary>A list must have so many entries; 0: it must be missing.</summary>
    public ItemChange IfCount(string name, int count) => count == 0 ? If(name, null) : If($"size({Alias(name)}) = {Value(Attributes.Number(count))}");

    /// <summary>At least one of some attributes must be there.</summary>
    public ItemChange IfAny(params IEnumerable<string> names) => If($"({string.Join(" OR ", names.Select(name => $"attribute_exists({Alias(name)})"))})");

    /// <summary>The change as a call of its own, or as a part of a transaction.</summary>
    public Update ToUpdate(string tableName) => new()
    {
        TableName = tableName,
        Key = key.ToAttributes(),
        UpdateExpression = string.Join(' ', Clause("SET ", _set), Clause("REMOVE ", _remove)).Trim(),
        ConditionExpression = Condition,
        ExpressionAttributeNames = Names,
        ExpressionAttributeValues = Values,
    };

    /// <summary>The change as a part of a transaction.</summary>
    public TransactWriteItem ToWrite(string tableName) => new() { Update = ToUpdate(tableName) };

    /// <summary>The conditions alone as a part of a transaction, which changes nothing.</summary>
    public TransactWriteItem ToCheck(string tableName) => new()
    {
        ConditionCheck = new()
        {
            TableName = tableName,
            Key = key.ToAttributes(),
            ConditionExpression = Condition,
            ExpressionAttributeNames = Names,
            ExpressionAttributeValues = Values,
        },
    };

    /// <summary>A whole item in the place of what is there, under the conditions.</summary>
    public Put ToPut(string tableName, Dictionary<string, AttributeValue> item) => new()
    {
        TableName = tableName,
        Item = item,
        ConditionExpression = Condition,
        ExpressionAttributeNames = Names,
        ExpressionAttributeValues = Values,
    };

    private string? Condition => _conditions.Count == 0 ? null : string.Join(" AND ", _conditions);
    private Dictionary<string, string>? Names => _names.Count == 0 ? null : _names;
    private Dictionary<string, AttributeValue>? Values => _values.Count == 0 ? null : _values;

    private static string Clause(string word, List<string> parts) => parts.Count == 0 ? "" : word + string.Join(", ", parts);

    private ItemChange Assign(string name, AttributeValue value, string expression)
    {
        _values[":" + name] = value;
        _remove.Remove(Alias(name));
        _set.Add($"{Alias(name)} = {expression}");
        return this;
    }

    private ItemChange If(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    private string Alias(string name)
    {
        _names["#" + name] = name;
        return "#" + name;
    }

    private string Value(AttributeValue value)
    {
        var placeholder = string.Create(CultureInfo.InvariantCulture, $":if{_values.Count}");
        _values[placeholder] = value;
        return placeholder;
    }
}
