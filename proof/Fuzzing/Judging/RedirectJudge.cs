using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Judges pay links and returns from KakaoPay: one of our pages or redirects, never to a foreign place, nothing for a forged address.</summary>
internal static partial class RedirectJudge
{
    /// <summary>What the address of the page adds for a customer who came back without paying.</summary>
    private const string AfterQuitting = "&quit=1";

    private const int MaxPageLength = 4_000;

    private static readonly int[] Statuses = [200, 302, 303, 400, 403, 404];

    /// <summary>Judges one request.</summary>
    /// <param name="world">The world.</param>
    /// <param name="path">The path; null for none.</param>
    /// <param name="signature">The query's signature; null for none.</param>
    /// <param name="outcome">What it came to.</param>
    public static Verdict Judge(FuzzWorld world, string? path, string? signature, TrialOutcome outcome)
    {
        var verdict = new Verdict(world, outcome).WithCommonRules();
        if (!verdict.Require(outcome.Error is null, ProblemKind.Unhandled, outcome.Error?.ToString() ?? ""))
            return verdict;
        var response = JsonNode.Parse(outcome.Result)!;
        var status = (int?)response["statusCode"] ?? 0;
        verdict.IsAccepted = path is not null && signature is not null && world.Links.GetValueOrDefault(path) == signature;
        verdict.Require(Statuses.Contains(status), ProblemKind.WrongAnswer, $"it answers HTTP {status}");
        if (!verdict.IsAccepted)
        {
            verdict.Require(status is 403 or 404, ProblemKind.WrongAnswer, $"it answers a forged address with HTTP {status}");
            verdict.Require(outcome.Calls.Count == 0, ProblemKind.Write, "it calls somebody for a forged address");
        }
        if (status is 302 or 303)
            verdict.Require(IsOurs(world, (string?)response["headers"]?["location"]), ProblemKind.WrongAnswer, $"it leads to {response["headers"]?["location"]}");
        else
            CheckPage(verdict, response);
        return verdict;
    }

    private static void CheckPage(Verdict verdict, JsonNode response)
    {
        var body = (string?)response["body"] ?? "";
        verdict.Require((string?)response["headers"]?["content-type"] == "text/html; charset=utf-8", ProblemKind.WrongAnswer, "the content type is wrong");
        verdict.Require(((string?)response["headers"]?["content-security-policy"])?.StartsWith("default-src 'none'", StringComparison.Ordinal) == true,
            ProblemKind.WrongAnswer, "the page may run something");
        verdict.Require(body.StartsWith("<!doctype html>", StringComparison.Ordinal) && body.Length <= MaxPageLength, ProblemKind.WrongAnswer, "it is no page of ours");
        verdict.Require(!Foreign().IsMatch(body), ProblemKind.WrongAnswer, "the page repeats hostile text");
    }

    private static bool IsOurs(FuzzWorld world, string? location)
    {
        if (location is null)
            return false;
        if (world.Orders.Values.Any(order => location == (string?)order.Payment?["redirectPcUrl"] || location == (string?)order.Payment?["redirectMobileUrl"]))
            return true;
        return location.StartsWith(world.PublicBaseUrl + "/", StringComparison.Ordinal)
            && world.Links.Any(link =>
                location.EndsWith($"{link.Key}?s={link.Value}", StringComparison.Ordinal)
                || location.EndsWith($"{link.Key}?s={link.Value}{AfterQuitting}", StringComparison.Ordinal));
    }

    [GeneratedRegex("<script|<img|onerror|javascript:|evil\\.example|[\\u0000-\\u0009\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Foreign();
}
