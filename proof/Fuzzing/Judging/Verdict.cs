using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>What a judge makes of an outcome.</summary>
/// <param name="world">The world, whose secrets may be nowhere.</param>
/// <param name="outcome">The outcome.</param>
internal sealed class Verdict(FuzzWorld world, TrialOutcome outcome)
{
    private const int MaxMessageLength = 4_000;

    // The two templates of the functions' log that say that something unforeseen happened.
    private static readonly string[] Unforeseen = ["Skill {skill} failed", "Redirect failed"];

    private readonly List<Problem> _problems = [];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The outcome.</summary>
    public TrialOutcome Outcome => outcome;

    /// <summary>Whether the input was taken as a good one.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>Notes a problem where a condition does not hold.</summary>
    /// <returns>The condition.</returns>
    public bool Require(bool condition, ProblemKind kind, string detail)
    {
        if (!condition)
            _problems.Add(new Problem(kind, detail));
        return condition;
    }

    /// <summary>Requires that nothing was changed.</summary>
    public void RequireNoWrites()
    {
        foreach (var write in outcome.Writes)
            _problems.Add(new Problem(ProblemKind.Write, $"{write.Name} was called"));
    }

    /// <summary>What holds for every function: nothing unforeseen in the log, messages of a bearable length, no secret anywhere.</summary>
    public Verdict WithCommonRules()
    {
        foreach (var line in outcome.Log)
        {
            Require(!Unforeseen.Any(text => line.Template.StartsWith(text, StringComparison.Ordinal)), ProblemKind.Unhandled, line.Text);
            Require(line.Text.Length <= MaxMessageLength * 2, ProblemKind.WrongAnswer, $"a log line has {line.Text.Length} characters");
            Require(!HasSecret(line.Text), ProblemKind.WrongAnswer, "a secret is in the log");
        }
        if (outcome.Error is { } error)
        {
            Require(error.Message.Length <= MaxMessageLength, ProblemKind.WrongAnswer, $"a message of {error.Message.Length} characters");
            Require(!HasSecret(error.Message), ProblemKind.WrongAnswer, "a secret is in a message");
        }
        return this;
    }

    private bool HasSecret(string text) => world.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal));
}
