using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>Skill <c>points</c>: what a member can spend, what is held and what is owed. Parameter: <c>sys_phone_number</c>, optional.</summary>
internal static class PointBalanceFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var members = new KnownMember(services);
        return SkillFunction.Of("PointBalance", services, async (call, cancellationToken) =>
        {
            var (account, refusal) = await members.FindAsync(call, cancellationToken);
            if (account is null)
                return refusal!;
            var text = $"사용할 수 있는 포인트는 {PointsText.Format(account.AvailablePoints)}예요.";
            if (account.HeldPoints > 0)
                text += $"\n진행 중인 주문에 {PointsText.Format(account.HeldPoints)}가 예약되어 있어요.";
            if (account.DebtPoints > 0)
                text += $"\n취소된 주문의 적립 포인트 중 {PointsText.Format(account.DebtPoints)}를 돌려받아야 해요. 앞으로 들어오는 포인트로 먼저 채워져요.";
            return SkillTexts.WithOrder(text);
        });
    }
}
