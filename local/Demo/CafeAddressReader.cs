using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Demo;

/// <summary>Takes a café's addresses and keys from a host that runs in this process.</summary>
public static class CafeAddressReader
{
    /// <summary>The addresses of a host that has deployed the project's template.</summary>
    public static CafeAddresses Of(LocalHost host)
    {
        return new CafeAddresses
        {
            HttpApi = host.Addresses.HttpApi,
            Aws = host.Addresses.Aws,
            KakaoPay = host.Addresses.KakaoPay,
            SkillKey = Variable("Pay", "SKILL_KEYS").Split(',')[0],
            KakaoPayKey = Variable("ApprovePayment", "KAKAOPAY_SECRET_KEY"),
            MemberIdKey = Variable("SignUp", "MEMBER_ID_KEY"),
            TableName = Variable("Pay", "TABLE_NAME"),
            StateMachineArn = Variable("Pay", "STATE_MACHINE_ARN"),
            StackName = host.Stack.Settings.StackName,
            Region = host.Stack.Settings.Region,
        };

        string Variable(string handler, string name) =>
            host.Stack.Functions.Single(function => function.Handler == handler).Variables[name];
    }
}
