namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>The secrets of a recorded café. Decoded, each says that it is none.</summary>
internal static class TestKeys
{
    private const int KeyBytes = 32;

    private static readonly string[] Names = ["skillKeys", "kakaoPaySecretKey", "memberIdKey", "payLinkKeys"];

    /// <summary>The secrets file.</summary>
    public static string Write() => JsonLayout.Write(new JsonObject
    {
        ["secretsmanager"] = new JsonObject
        {
            ["kakao-workflow"] = new JsonObject(Names.Select(name => KeyValuePair.Create(name, (JsonNode?)Key(name)))),
        },
    });

    private static string Key(string name) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"no secret: {name}".PadRight(KeyBytes, '.')));
}
