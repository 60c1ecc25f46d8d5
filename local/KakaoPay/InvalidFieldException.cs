namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>A field of a request is missing, unknown or out of range.</summary>
/// <param name="field">The field as it is spelt on the wire; <c>body</c> for the request as a whole.</param>
/// <param name="problem">What is wrong, as the end of a sentence that begins with the field.</param>
internal sealed class InvalidFieldException(string field, string problem) : Exception($"{field} {problem}.")
{
    /// <summary>The field as it is spelt on the wire.</summary>
    public string Field { get; } = field;
}
