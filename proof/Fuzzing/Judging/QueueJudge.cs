using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Judges queue consumers: they never throw, report what failed by its id, and change nothing for a message that is none.</summary>
internal static class QueueJudge
{
    private static readonly string[] Values =
        ["OrderPaid", "approved", "cancelled", "failed", "withdrawn", "refund"];

    /// <summary>Judges one batch.</summary>
    /// <param name="world">The world.</param>
    /// <param name="bodies">The messages.</param>
    /// <param name="outcome">What they came to.</param>
    public static Verdict Judge(FuzzWorld world, IReadOnlyList<string?> bodies, TrialOutcome outcome)
    {
        var verdict = new Verdict(world, outcome).WithCommonRules();
        if (!verdict.Require(outcome.Error is null, ProblemKind.Unhandled, outcome.Error?.ToString() ?? ""))
            return verdict;
        var failures = JsonNode.Parse(outcome.Result)?["batchItemFailures"] as JsonArray;
        if (verdict.Require(failures is not null, ProblemKind.WrongAnswer, "it answers no batch response"))
        {
            var ids = failures!.Select(failure => (string?)failure?["itemIdentifier"]).ToList();
            verdict.Require(
                ids.All(id => Enumerable.Range(0, bodies.Count).Any(index => id == $"message-{index}")), ProblemKind.WrongAnswer, "it reports foreign ids");
        }
        foreach (var line in outcome.Log.Where(line => line.Template.StartsWith("Message", StringComparison.Ordinal)))
            verdict.Require(ForeseenErrors.OfMessages.Any(name => line.Text.Contains($"| {name}\n", StringComparison.Ordinal)), ProblemKind.Unhandled, line.Text);
        if (!bodies.Any(body => IsGenuine(world, body)))
            verdict.RequireNoWrites();
        verdict.IsAccepted = outcome.Writes.Any();
        return verdict;
    }

    /// <summary>Whether a message names one of the orders and one of the things that a message may say.</summary>
    private static bool IsGenuine(FuzzWorld world, string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            return Texts(document.RootElement, "orderId").Any(id => world.WithOrder.Any(order => order.OrderId == id))
                && Texts(document.RootElement, "kind").Concat(Texts(document.RootElement, "type")).Any(Values.Contains);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Texts(JsonElement message, string name) => message.ValueKind != JsonValueKind.Object
        ? []
        : message.EnumerateObject()
            .Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.String)
            .Select(member => member.Value.GetString()!);
}
