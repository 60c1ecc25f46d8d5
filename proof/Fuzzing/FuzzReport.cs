using System.Text;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;

namespace KakaoWorkflow.Proof.Fuzzing;

/// <summary>What a run came to.</summary>
internal sealed class FuzzReport
{
    /// <summary>The most findings that are kept; more are counted only.</summary>
    public const int MaxFindings = 50;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (int Inputs, int Accepted)> _functions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<MutationKind, int> _kinds = [];
    private readonly Dictionary<ProblemKind, int> _problems = [];
    private readonly List<Finding> _findings = [];

    /// <summary>How many inputs were tried.</summary>
    public int Inputs { get; private set; }

    /// <summary>What was not handled as it must be, as far as it is kept.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether everything was handled as it must be.</summary>
    public bool IsClean => _problems.Count == 0;

    /// <summary>How many inputs were taken as good ones.</summary>
    public int Accepted => _functions.Values.Sum(counts => counts.Accepted);

    /// <summary>How many problems of a kind there are.</summary>
    public int Count(ProblemKind kind) => _problems.GetValueOrDefault(kind);

    /// <summary>How many inputs were changed in a way.</summary>
    public int Count(MutationKind kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>Adds an input.</summary>
    public void Add(string target, string function, MutationKind kind, bool isAccepted, IEnumerable<Finding> findings)
    {
        lock (_lock)
        {
            var name = $"{target}: {function}";
            var (inputs, accepted) = _functions.GetValueOrDefault(name);
            _functions[name] = (inputs + 1, accepted + (isAccepted ? 1 : 0));
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            foreach (var finding in findings)
            {
                _problems[finding.Problem.Kind] = _problems.GetValueOrDefault(finding.Problem.Kind) + 1;
                if (_findings.Count < MaxFindings)
                    _findings.Add(finding);
            }
            Inputs++;
        }
    }

    /// <summary>The counts, and in the last line what matters.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, (inputs, accepted)) in _functions)
            text.Append($"{name,-40} {inputs,9:N0} inputs, {accepted,7:N0} accepted\n");
        foreach (var (kind, inputs) in _kinds)
            text.Append($"{kind,-40} {inputs,9:N0} inputs\n");
        text.Append($"{Count(ProblemKind.WrongAnswer)} wrong answers\n");
        text.Append($"{Inputs} inputs, {Count(ProblemKind.Unhandled)} unhandled, {Count(ProblemKind.Write)} writes from refused input");
        return text.ToString();
    }
}
