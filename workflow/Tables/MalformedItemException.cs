namespace KakaoWorkflow.Tables;

/// <summary>An item of the table lacks an attribute that it must have: the data was written by something else.</summary>
/// <param name="attribute">The attribute's name.</param>
public sealed class MalformedItemException(string attribute)
    : Exception($"The item's attribute '{attribute}' is missing or malformed.")
{
    /// <summary>The attribute's name.</summary>
    public string Attribute { get; } = attribute;
}
