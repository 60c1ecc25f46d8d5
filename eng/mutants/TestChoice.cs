namespace KakaoWorkflow.Mutants;

/// <summary>
/// Which tests look at a mutant: those that are named after its file, which catch most in a few seconds; those of the folders
/// near to it; and, for what survives them, all that could.
/// </summary>
internal sealed class TestChoice
{
    private const string Workflow = "KakaoWorkflow.Tests.Workflow";
    private const string Lambdas = "KakaoWorkflow.Tests.Lambdas";
    private const string Proof = "KakaoWorkflow.Tests.Proof";

    private static readonly Dictionary<string, string[]> NearFolders = new(StringComparer.Ordinal)
    {
        ["Points"] = ["Points", "Settlement"],
        ["Members"] = ["Members", "Points", "Settlement", "Quoting", "Refunds"],
        ["Paying"] = ["Paying", "Callbacks"],
        ["Payments"] = ["Payments", "KakaoPay", "Paying"],
        ["Settlement"] = ["Settlement", "Points"],
        ["Refunds"] = ["Refunds", "Review"],
        ["Reconciling"] = ["Reconciling"],
        ["Review"] = ["Review", "Refunds"],
        ["Callbacks"] = ["Callbacks"],
        ["Quoting"] = ["Quoting"],
        ["Board"] = ["Board"],
    };

    private readonly HashSet<string> _classes;

    /// <summary>Looks at which tests there are.</summary>
    public TestChoice(string root) => _classes = Directory
        .EnumerateFiles(Path.Combine(root, "tests", "Workflow"), "*Tests.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The folders of <c>workflow/</c> in which money and points are moved.</summary>
    public static IReadOnlyCollection<string> Folders => NearFolders.Keys;

    /// <summary>All tests that could look at a mutant.</summary>
    public static TestFilter Wide { get; } = new(
        [Workflow, Lambdas, Proof], [], [Workflow + "*", Lambdas + "*", Proof + ".Versions*", Proof + ".Matrix*", Proof + ".Refunds*"]);

    /// <summary>The tests near to a mutant, nearest first.</summary>
    public IEnumerable<TestFilter> Near(Mutant mutant)
    {
        var own = Path.GetFileNameWithoutExtension(mutant.File) + "Tests";
        if (_classes.Contains(own))
            yield return new TestFilter([Workflow], ["*." + own], []);
        yield return new TestFilter([Workflow], [], [.. NearFolders[mutant.Folder].Select(folder => $"{Workflow}.{folder}")]);
    }
}
