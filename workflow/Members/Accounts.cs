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
        account[AccountAttributes.AccountId] = Attributes.Text(memberId);
        account[AccountAttributes.CustomerId] = Attributes.Text(customerId);
        account[AccountAttributes.PhoneLast4] = Attributes.Text(phone.LastFour);
        account[AccountAttributes.PhonePrefix] = Attributes.Text(phone.MaskedPrefix);
        account[AccountAttributes.AvailablePoints] = Attributes.Number(0);
        account[AccountAttributes.HeldPoints] = Attributes.Number(0);
        account[AccountAttributes.SignedUpAt] = Attributes.Instant(time.GetUtcNow());

        var customer = ItemKey.Customer(customerId).ToAttributes();
        customer["customerMemberId"] = Attributes.Text(memberId);

        if (await table.TransactAsync([ItemChange.Create(table.Name, account), ItemChange.Create(table.Name, customer)], cancellationToken))
            return SignUpOutcome.SignedUp;

        var existing = await FindAsync(memberId, cancellationToken);
        if (existing is null)
            return SignUpOutcome.CustomerHasAnotherNumber;
        return existing.CustomerId == customerId ? SignUpOutcome.AlreadyMember : SignUpOutcome.NumberOfAnotherCustomer;
    }
}
