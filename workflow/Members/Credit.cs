namespace KakaoWorkflow.Members;

/// <summary>
/// Points that come to a member, and the one rule for them: debt is paid first, and only the rest becomes available. Points
/// that an earlier version left beside debt pay it, too.
/// </summary>
/// <param name="Points">How many come; 0 for none.</param>
/// <param name="Account">The account as it was read; null takes it that there is no debt, which spares the reading.</param>
internal sealed record Credit(long Points, Account? Account = null)
{
    /// <summary>How much of the debt is paid.</summary>
    public long DebtPaid => Account is null ? 0 : Math.Min(Account.DebtPoints, Account.AvailablePoints + Points);

    /// <summary>By how much the available points change; below zero where old ones pay debt.</summary>
    public long AvailableDelta => Points - DebtPaid;

    /// <summary>Whether another reading of the account leads to the same amounts.</summary>
    public bool IsRightFor(Account account) => Account is null
        ? account.DebtPoints == 0
        : (account.AvailablePoints, account.DebtPoints) == (Account.AvailablePoints, Account.DebtPoints);
}
