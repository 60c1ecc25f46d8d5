using KakaoWorkflow.Emulator.Deployment;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>The template's parameters whose values differ on one machine.</summary>
internal static class LocalParameters
{
    /// <summary>The key that functions show to KakaoPay, and that the simulator therefore asks for.</summary>
    public static readonly DynamicReference KakaoPaySecretKey = new("secretsmanager", "kakao-workflow", "kakaoPaySecretKey");

    /// <summary>What the host gives to those parameters that the template has, and what the user gives on top.</summary>
    public static Dictionary<string, string> For(LocalHostOptions options, Uri httpApi, Uri kakaoPay)
    {
        var declared = SamTemplate.ParameterNames(File.ReadAllText(options.TemplatePath));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PublicBaseUrl"] = Text(httpApi),
            ["KakaoPayBaseUrl"] = Text(kakaoPay),
            ["SecretName"] = KakaoPaySecretKey.Name,
        }.Where(value => declared.Contains(value.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in options.Parameters)
            values[name] = value;
        return values;
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
