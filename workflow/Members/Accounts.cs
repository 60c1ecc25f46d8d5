using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>Member accounts in the table, and which chat user has which.</summary>
public sealed class Accounts(OrderTable table, TimeProvider time)
{
    /// <summary>Finds an account; null where there is none.</summary>
    public async Task<Account?> FindAsync(string memberId, CancellationToken cancellationToken = default) =>
        await table.GetAsync(ItemKey.Account(memberId), cancellationToken) is { } item ? Account.Read(item) : null;

    /// <summary>The member that a chat user signed up as; null for none.</summary>
    public async Task<string?> MemberOfAsync(string customerId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(ItemKey.Customer(customerId), cancellationToken))?.Text("customerMemberId");

    /// <summary>Makes a chat user a member, once: repeating it changes nothing.</summary>
    /// <param name="memberId">From the phone number.</param>
    /// <param name="customerId">From the chat user's key.</param>
    /// <param name="phone">The number, of which the first three digits and the last four are kept for display.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignUpOutcome> SignUpAsync(
        string memberId, string customerId, PhoneNumber phone, CancellationToken cancellationToken = default)
    {
        var account = ItemKey.Account(memberId).ToAttributes();
        account["accountId"] = Attributes.Text(memberId);
        account["customerId"] = Attributes.Text(customerId);
        account["phoneLast4"] = Attributes.Text(phone.LastFour);
        account["phonePrefix"] = Attributes.Text(phone.MaskedPrefix);
        account["availablePoints"] = Attributes.Number(0);
        account["heldPoints"] = Attributes.Number(0);
        account["signedUpAt"] = Attributes.Instant(time.GetUtcNow());

        var customer = ItemKey.Customer(customerId).ToAttributes();
        customer["customerMemberId"] = Attributes.Text(memberId);

        const string IsNew = "attribute_not_exists(PK)";
        if (await table.TransactAsync(
            [
                new() { Put = new() { TableName = table.Name, Item = account, ConditionExpression = IsNew } },
                new() { Put = new() { TableName = table.Name, Item = customer, ConditionExpression = IsNew } },
            ], cancellationToken))
            return SignUpOutcome.SignedUp;

        var existing = await FindAsync(memberId, cancellationToken);
        if (existing is null)
            return SignUpOutcome.CustomerHasAnotherNumber;
        return existing.CustomerId == customerId ? SignUpOutcome.AlreadyMember : SignUpOutcome.NumberOfAnotherCustomer;
    }
}
