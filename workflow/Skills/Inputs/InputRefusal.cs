namespace KakaoWorkflow.Skills.Inputs;

/// <summary>Why a customer's words could not be taken as the value that was asked for.</summary>
public enum InputRefusal
{
    /// <summary>There was nothing to read.</summary>
    Missing,

    /// <summary>It says something else, or nothing clear.</summary>
    NotUnderstood,

    /// <summary>A number with a fraction.</summary>
    NotWhole,

    /// <summary>A number below the smallest one that makes sense.</summary>
    TooSmall,

    /// <summary>A number above what can be counted, or a text above what is looked at.</summary>
    TooLarge,

    /// <summary>Several different values, of which none can be preferred.</summary>
    Ambiguous,
}
