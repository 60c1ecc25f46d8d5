using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Demo;

/// <summary>Takes a café's addresses and keys from a host that runs in this process.</summary>
internal static class CafeAddressReader
{
    /// <summary>The addresses of a host that has deployed the project's template.</summary>
    public static CafeAddresses Of(LocalHost host) => Of(host.Addresses, host.Stack);

    /// <summary>The addresses at which a host of another process serves its data folder, or served it last.</summary>
    /// <returns>Null when no host has said yet where it is.</returns>
    public static CafeAddresses? OfFolder(LocalHostOptions options)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        var ports = PortMemory.Open(Path.Combine(folder, "ports.json"));
        if (ports.Find("aws") is not { } aws || ports.Find("httpApi") is not { } httpApi || ports.Find("kakaoPay") is not { } kakaoPay)
            return null;
        // The AWS endpoint passes DynamoDB's calls on.
        var addresses = new LocalAddresses(At(aws), At(httpApi), At(kakaoPay), At(aws));
        var secrets = SecretFile.Open(Path.Combine(folder, "secrets.json"), options.Random);
        return Of(addresses, LocalHostBuilder.ReadStack(options, addresses, secrets));
    }

    /// <summary>The addresses of a stack that is deployed there.</summary>
    public static CafeAddresses Of(LocalAddresses addresses, Stack stack)
    {
        return new CafeAddresses
        {
            HttpApi = addresses.HttpApi,
            Aws = addresses.Aws,
            KakaoPay = addresses.KakaoPay,
            SkillKey = Variable("Pay", "SKILL_KEYS").Split(',')[0],
            KakaoPayKey = Variable("ApprovePayment", "KAKAOPAY_SECRET_KEY"),
            MemberIdKey = Variable("SignUp", "MEMBER_ID_KEY"),
            TableName = Variable("Pay", "TABLE_NAME"),
            StateMachineArn = Variable("Pay", "STATE_MACHINE_ARN"),
            StackName = stack.Settings.StackName,
            Region = stack.Settings.Region,
        };

        string Variable(string handler, string name) =>
            stack.Functions.Single(function => function.Handler == handler).Variables[name];
    }

    private static Uri At(int port) => new($"http://127.0.0.1:{port}/");
}
