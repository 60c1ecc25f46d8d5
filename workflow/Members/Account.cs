using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>A member's account as it was read.</summary>
/// <param name="MemberId">Derived from the phone number; says nothing of it.</param>
/// <param name="CustomerId">The chat user who signed up with this number.</param>
/// <param name="PhoneLast4">The last four digits, for display.</param>
/// <param name="AvailablePoints">What can be spent; never negative.</param>
/// <param name="HeldPoints">What orders in flight have reserved; never negative.</param>
/// <param name="OpenOrderId">The one order in flight; null when there is none.</param>
public sealed record Account(
    string MemberId, string CustomerId, string PhoneLast4, long AvailablePoints, long HeldPoints, string? OpenOrderId)
{
    /// <summary>Earned points that had to be taken back and were spent already; whatever points come pay them first. Never negative.</summary>
    public long DebtPoints { get; init; }

    /// <summary>What is shown before the last four digits, such as <c>011-***</c>; null on accounts that were opened before it was kept.</summary>
    public string? PhonePrefix { get; init; }

    /// <summary>The latest order that was quoted; null before the first, and on accounts that have ordered with earlier versions only.</summary>
    public string? LastOrderId { get; init; }

    /// <summary>Reads an account's item.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing.</exception>
    public static Account Read(Dictionary<string, AttributeValue> item) => new(
        item.Text(AccountAttributes.AccountId),
        item.Text(AccountAttributes.CustomerId),
        item.Text(AccountAttributes.PhoneLast4),
        item.Number(AccountAttributes.AvailablePoints),
        item.Number(AccountAttributes.HeldPoints),
        item.OptionalText(AccountAttributes.OpenOrderId))
    {
        DebtPoints = item.OptionalNumber(AccountAttributes.DebtPoints) ?? 0,
        PhonePrefix = item.OptionalText(AccountAttributes.PhonePrefix),
        LastOrderId = item.OptionalText(AccountAttributes.LastOrderId),
    };
}
