using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Pay links and returns from KakaoPay: paths, signatures, pg_tokens, browsers.</summary>
internal sealed class RedirectTarget : IFuzzTarget
{
    private static readonly string[] Words =
        ["approved", "cancelled", "failed", "pay", "refund", "Approved", "approved/", "/approved", "approved?", "approved%20", "..", ".", "%61pproved", "approved;x"];

    public string Name => "redirects";

    public int Share => 180;

    public FuzzCase Create(FuzzRandom random, FuzzWorld world)
    {
        var links = world.Links.OrderBy(link => link.Key, StringComparer.Ordinal).ToList();
        var (genuinePath, genuineSignature) = random.Pick(links);
        var (kind, path, signature) = random.Below(100) switch
        {
            < 12 => (MutationKind.Genuine, genuinePath, genuineSignature),
            < 40 => (MutationKind.WrongKey, genuinePath, WrongKeys.Pick(genuineSignature, random)),
            < 60 => (MutationKind.Misleading, genuinePath, random.Pick(links).Value),
            < 80 => (MutationKind.HostileText, Path(genuinePath, random), genuineSignature),
            < 90 => (MutationKind.Truncated, genuinePath[..random.Below(genuinePath.Length)], genuineSignature),
            < 95 => (MutationKind.TooLong, genuinePath + HostileText.Long(random), genuineSignature),
            _ => (MutationKind.Garbage, random.Chance(200) ? null : HostileText.Pick(random), HostileText.Pick(random)),
        };
        var query = new JsonObject { ["pg_token"] = PgToken(random) };
        if (signature is not null)
            query[PayLinks.SignatureParameter] = signature;
        if (random.Chance(200))
            query[HostileText.Pick(random) + "x"] = HostileText.Pick(random);
        var agent = random.Below(4) switch { 0 => null, 1 => HostileText.Pick(random), 2 => "Mozilla/5.0 (Linux; Android 15) Mobile Safari", _ => "Mozilla/5.0" };
        return new FuzzCase(
            "PaymentRedirect", kind, Encoding.UTF8.GetBytes(HttpEvent.Get(path, random.Chance(20) ? null : query, agent).ToJsonString()),
            outcome => RedirectJudge.Judge(world, path, signature, outcome));
    }

    private static string Path(string genuine, FuzzRandom random)
    {
        var parts = genuine.Split('/');
        switch (random.Below(5))
        {
            case 0:
                return $"{genuine}/{random.Pick(Words)}";
            case 1:
                parts[^1] = random.Pick(Words);
                break;
            case 2:
                parts[2] = HostileText.Pick(random);
                break;
            case 3:
                parts[2] = parts[2].ToLowerInvariant();
                break;
            default:
                return genuine.Insert(random.Below(genuine.Length), random.Pick<string>(["/", "%2f", "\0", " ", "\u200B", "//evil.example", "#", "?"]));
        }
        return string.Join('/', parts);
    }

    private static string PgToken(FuzzRandom random) => random.Below(4) switch
    {
        0 => "0123456789abcdef0123",
        1 => HostileText.Long(random),
        2 => new string('t', 100 + random.Below(2)),
        _ => HostileText.Pick(random),
    };
}
