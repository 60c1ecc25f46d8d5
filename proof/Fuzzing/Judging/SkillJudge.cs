using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Judges skill calls: HTTP 200 with an answer that can be shown, or 401 without the key; and who may change what.</summary>
internal static class SkillJudge
{
    private const string Unauthorized = """{"message":"Unauthorized"}""";

    /// <summary>Judges one call.</summary>
    /// <param name="world">The world.</param>
    /// <param name="function">The skill's function.</param>
    /// <param name="body">The body as it was sent; null for none.</param>
    /// <param name="hasKey">Whether the call had the key.</param>
    /// <param name="outcome">What it came to.</param>
    public static Verdict Judge(FuzzWorld world, string function, byte[]? body, bool hasKey, TrialOutcome outcome)
    {
        var verdict = new Verdict(world, outcome).WithCommonRules();
        if (!verdict.Require(outcome.Error is null, ProblemKind.Unhandled, outcome.Error?.ToString() ?? ""))
            return verdict;
        var response = JsonNode.Parse(outcome.Result)!;
        var text = (string?)response["body"] ?? "";
        verdict.Require((string?)response["headers"]?["content-type"] == "application/json; charset=utf-8", ProblemKind.WrongAnswer, "the content type is wrong");
        if (!hasKey)
        {
            verdict.Require((int?)response["statusCode"] == 401 && text == Unauthorized, ProblemKind.WrongAnswer, $"without a key it answers {text}");
            verdict.Require(outcome.Calls.Count == 0, ProblemKind.Write, "it calls somebody without a key");
            return verdict;
        }
        verdict.Require((int?)response["statusCode"] == 200, ProblemKind.WrongAnswer, $"it answers HTTP {response["statusCode"]}");
        verdict.Require(Encoding.UTF8.GetByteCount(text) <= SkillResponse.MaxBytes, ProblemKind.WrongAnswer, "the answer is too large");
        var problem = SkillAnswerShape.Problem(JsonNode.Parse(text));
        verdict.Require(problem is null, ProblemKind.WrongAnswer, problem ?? "");
        if (!SkillCallers.MayWrite(world, function, body))
            verdict.RequireNoWrites();
        verdict.IsAccepted = outcome.Writes.Any();
        return verdict;
    }
}
