using KakaoWorkflow.Emulator.Deployment;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>The template's parameters whose values differ on one machine.</summary>
internal static class LocalParameters
{
    /// <summary>The key that functions show to KakaoPay, and that the simulator therefore asks for.</summary>
    public static readonly DynamicReference KakaoPaySecretKey = new("secretsmanager", "kakao-workflow", "kakaoPaySecretKey");

    /// <summary>What the host gives to those parameters that the template has, and what the user gives on top.</summary>
    public static Dictionary<string, string> For(string template, LocalAddresses addresses, IReadOnlyDictionary<string, string> given)
    {
        var declared = SamTemplate.ParameterNames(template);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PublicBaseUrl"] = Text(addresses.HttpApi),
            ["KakaoPayBaseUrl"] = Text(addresses.KakaoPay),
            ["SecretName"] = KakaoPaySecretKey.Name,
        }.Where(value => declared.Contains(value.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in given)
            values[name] = value;
        return values;
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
