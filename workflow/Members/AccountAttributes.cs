namespace KakaoWorkflow.Members;

/// <summary>The attributes of a member's account. Most are read as the member of <see cref="Account"/> of that name, which says what they mean.</summary>
internal static class AccountAttributes
{
    /// <summary>The member.</summary>
    public const string AccountId = "accountId";

    public const string CustomerId = "customerId";
    public const string PhoneLast4 = "phoneLast4";
    public const string PhonePrefix = "phonePrefix";
    public const string AvailablePoints = "availablePoints";
    public const string HeldPoints = "heldPoints";
    public const string DebtPoints = "debtPoints";
    public const string OpenOrderId = "openOrderId";
    public const string LastOrderId = "lastOrderId";

    /// <summary>When it was opened, for whoever looks at the table.</summary>
    public const string SignedUpAt = "signedUpAt";
}
