namespace KakaoWorkflow.Skills.Answers;

/// <summary>A bubble that may also be one of several side by side, in a <see cref="Carousel"/>.</summary>
public abstract record SkillCard : SkillOutput
{
    private protected SkillCard()
    {
    }

    /// <summary>Checks the narrower limits of a card in a carousel.</summary>
    internal abstract void CheckForCarousel();

    /// <summary>What all cards of a carousel must have in common, such as the blocks that an item card uses.</summary>
    internal virtual string Shape => "";
}
