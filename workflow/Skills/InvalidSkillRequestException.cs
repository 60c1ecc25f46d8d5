namespace KakaoWorkflow.Skills;

/// <summary>A skill call whose body cannot be used. The message names the field and never holds its content.</summary>
/// <param name="field">
/// The path of the field in the body, such as <c>userRequest.user.id</c>; <c>body</c> for the whole.
/// </param>
/// <param name="problem">What is wrong with it, as the end of a sentence: <c>is missing</c>.</param>
public sealed class InvalidSkillRequestException(string field, string problem) : Exception($"{field} {problem}")
{
    /// <summary>The path of the field in the body; <c>body</c> for the whole.</summary>
    public string Field { get; } = field;
}
