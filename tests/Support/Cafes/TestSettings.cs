using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Settings and secrets of the café under test. Each secret can be told from every other text, so that a leak is found.</summary>
internal static class TestSettings
{
    public const string PublicBaseUrl = "https://cafe.example";
    public const string StateMachineArn = "arn:aws:states:ap-northeast-2:000000000000:stateMachine:order";
    public const string SkillKey = "skill-key-SECRET-0001";
    public const string NewSkillKey = "skill-key-SECRET-0002";
    public const string KakaoPayKey = "DEV-kakaopay-SECRET-0003";
    public const string CallbackQueue = "payment-callbacks";

    /// <summary>Where clients are told that the services are; <see cref="LateHandler"/> knows better.</summary>
    public const string NoAddress = "http://127.0.0.1:1";

    public static readonly string MemberIdKey = Key(1);
    public static readonly string PayLinkKey = Key(2);

    public static IReadOnlyList<string> Secrets => [SkillKey, NewSkillKey, KakaoPayKey, MemberIdKey, PayLinkKey];

    public static Dictionary<string, string> Variables(TestTable table) => new()
    {
        ["TABLE_NAME"] = table.Name,
        ["AWS_REGION"] = Deployed.Region,
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_ENDPOINT_URL"] = NoAddress,
        ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Address.ToString(),
        ["PAYMENT_CALLBACKS_QUEUE_URL"] = $"{NoAddress}/000000000000/{CallbackQueue}",
        ["STATE_MACHINE_ARN"] = StateMachineArn,
        ["KAKAOPAY_BASE_URL"] = NoAddress,
        ["KAKAOPAY_CID"] = "TC0ONETIME",
        ["KAKAOPAY_SECRET_KEY"] = KakaoPayKey,
        ["PUBLIC_BASE_URL"] = PublicBaseUrl,
        ["PAY_LINK_KEYS"] = PayLinkKey,
        ["SKILL_KEYS"] = $"{NewSkillKey},{SkillKey}",
        ["MEMBER_ID_KEY"] = MemberIdKey,
    };

    private static string Key(byte seed) => Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);
}
