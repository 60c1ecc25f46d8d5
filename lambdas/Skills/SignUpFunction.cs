using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Members;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>Skill <c>sign-up</c>: a chat user becomes a member with a phone number. Parameter: <c>sys_phone_number</c>.</summary>
internal static class SignUpFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (accounts, memberIds, customerIds) = (services.Accounts, services.MemberIds, services.CustomerIds);
        return SkillFunction.Of("SignUp", services, async (call, cancellationToken) =>
        {
            if (!PhoneNumberReader.Read(call).TryGet(out var phone, out var refusal))
                return SkillTexts.PhoneRefused(refusal.Value, SkillTexts.SignUpLabel);
            var outcome = await accounts.SignUpAsync(memberIds.IdOf(phone), customerIds.IdOf(call.UserId), phone, cancellationToken);
            return Answer(outcome, phone);
        });
    }

    private static SkillResponse Answer(SignUpOutcome outcome, PhoneNumber phone) => outcome switch
    {
        SignUpOutcome.SignedUp => SkillTexts.WithOrder($"가입됐어요! 이제 {phone.Masked} 번호로 포인트를 모을 수 있어요."),
        SignUpOutcome.AlreadyMember => SkillTexts.WithOrder("이미 가입되어 있어요. 바로 주문할 수 있어요."),
        SignUpOutcome.CustomerHasAnotherNumber => SkillTexts.WithOrder("이미 다른 전화번호로 가입되어 있어요. 가입한 번호로 이용해 주세요."),
        _ => SkillTexts.NumberOfAnotherCustomer,
    };
}
