using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Members;
using KakaoWorkflow.Skills;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Finds the account of whoever writes: by the phone number that they name, or by their chat user when they name none. An
/// account opens only for the chat user who signed up with it: a phone number is no secret.
/// </summary>
internal sealed class KnownMember(FunctionServices services)
{
    private readonly Accounts _accounts = services.Accounts;
    private readonly MemberIdHasher _memberIds = services.MemberIds;
    private readonly CustomerIdHasher _customerIds = services.CustomerIds;

    public string CustomerIdOf(SkillRequest call) => _customerIds.IdOf(call.UserId);

    /// <summary>The account, or the answer that says why there is none.</summary>
    public async Task<(Account? Account, SkillResponse? Refusal)> FindAsync(SkillRequest call, CancellationToken cancellationToken)
    {
        var customerId = CustomerIdOf(call);
        var memberId = await _accounts.MemberOfAsync(customerId, cancellationToken);
        if (PhoneNumberReader.Read(call).TryGet(out var phone, out var refusal))
        {
            var named = _memberIds.IdOf(phone);
            if (memberId is null)
                return (null, SkillTexts.NotAMember);
            if (named != memberId)
                return (null, SkillTexts.NumberOfAnotherCustomer);
        }
        else if (refusal is InputRefusal.Ambiguous || call.Param(PhoneNumberReader.DefaultParam) is not null)
        {
            return (null, SkillTexts.PhoneRefused(refusal.Value, SkillTexts.OrderLabel));
        }
        if (memberId is null || await _accounts.FindAsync(memberId, cancellationToken) is not { } account)
            return (null, SkillTexts.NotAMember);
        return (account, null);
    }
}
