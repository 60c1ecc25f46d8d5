using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints a member's account and ledger.</summary>
internal static class MemberLedgerText
{
    /// <returns>0; 1 when there is no such member.</returns>
    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output, string memberOrPhone)
    {
        var memberId = PhoneNumber.TryParse(memberOrPhone, out var phone) ? cafe.MemberIds.IdOf(phone) : memberOrPhone;
        if (await cafe.Accounts.FindAsync(memberId) is not { } account)
        {
            await output.Errors.WriteLineAsync("There is no such member.");
            return 1;
        }
        foreach (var line in await cafe.Ledger.LinesAsync(memberId))
        {
            await output.Out.WriteLineAsync(
                $"{KoreanTimeText.Of(line.At)}  {line.OrderId,-14} {line.Kind,-12} available {line.AvailableDelta,7:+#;-#;0}  "
                + $"held {line.HeldDelta,7:+#;-#;0}  debt {line.DebtDelta,7:+#;-#;0}");
        }
        await output.Out.WriteLineAsync(
            $"{account.MemberId} (…{account.PhoneLast4}): {account.AvailablePoints} available, {account.HeldPoints} held, {account.DebtPoints} owed");
        return 0;
    }
}
