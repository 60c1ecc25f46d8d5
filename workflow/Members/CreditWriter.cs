using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Members;

/// <summary>Writes transactions that credit an account. Debt is rare: it is looked up only when the account turns out to have some.</summary>
internal sealed class CreditWriter(OrderTable table, TimeProvider time)
{
    /// <summary>How often an account that keeps changing is read anew, beside the first attempt without reading.</summary>
    public const int MaxReadings = 5;

    private readonly Accounts _accounts = new(table, time);

    /// <summary>Writes all or nothing.</summary>
    /// <param name="memberId">Whose account.</param>
    /// <param name="points">How many points come.</param>
    /// <param name="writes">The transaction for a credit, whose part for the account has the credit's conditions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The credit as it was written; null when a condition fails that has nothing to do with debt, or others kept changing the account.</returns>
    public async Task<Credit?> TryAsync(
        string memberId, long points, Func<Credit, List<TransactWriteItem>> writes, CancellationToken cancellationToken = default)
    {
        var credit = new Credit(points);
        for (var readings = 0; ; readings++)
        {
            if (await table.TransactAsync(writes(credit), cancellationToken))
                return credit;
            if (readings == MaxReadings || await _accounts.FindAsync(memberId, cancellationToken) is not { } account || credit.IsRightFor(account))
                return null;
            credit = new Credit(points, account);
        }
    }
}
