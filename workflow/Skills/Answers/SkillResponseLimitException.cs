namespace KakaoWorkflow.Skills.Answers;

/// <summary>
/// An answer that KakaoTalk would cut, refuse or not show. It is a mistake of the code that makes the answer.
/// </summary>
/// <param name="field">The field's path in the answer, such as <c>itemCard.itemListSummary.description</c>.</param>
/// <param name="problem">What is wrong with it, as the end of a sentence, without the text itself.</param>
public sealed class SkillResponseLimitException(string field, string problem) : Exception($"{field} {problem}")
{
    /// <summary>The field's path in the answer.</summary>
    public string Field { get; } = field;
}
