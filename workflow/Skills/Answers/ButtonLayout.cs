namespace KakaoWorkflow.Skills.Answers;

/// <summary>How the buttons of a card are arranged.</summary>
public enum ButtonLayout
{
    /// <summary>One below the other: up to three, with labels of up to 14 characters.</summary>
    Vertical,

    /// <summary>Side by side: up to two, with labels of up to 8 characters when there are two.</summary>
    Horizontal,
}
