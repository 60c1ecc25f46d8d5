namespace KakaoWorkflow.Members;

/// <summary>What a sign-up came to.</summary>
public enum SignUpOutcome
{
    /// <summary>The chat user is a member now.</summary>
    SignedUp,

    /// <summary>The chat user already was a member with this number.</summary>
    AlreadyMember,

    /// <summary>The chat user is a member with another number.</summary>
    CustomerHasAnotherNumber,

    /// <summary>The number belongs to another chat user.</summary>
    NumberOfAnotherCustomer,
}
