using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants;

/// <summary>
/// Many mutants in one assembly, behind a switch: compiled once, loaded once, and warm from the second mutant on. Each mutant has a
/// copy of the whole body that it is in, so that it is exactly the code with that change.
/// </summary>
internal sealed class MutantAssembly
{
    // What does not compile hides errors of later phases: each round takes out what the one before has found.
    private const int MaxRounds = 10;

    private readonly Dictionary<Mutant, int> _numbers;

    private MutantAssembly(byte[] assembly, Dictionary<Mutant, int> numbers, HashSet<Mutant> withoutCode) =>
        (Assembly, _numbers, WithoutCode) = (assembly, numbers, withoutCode);

    /// <summary>The assembly.</summary>
    public byte[] Assembly { get; }

    /// <summary>Those that do not compile.</summary>
    public IReadOnlySet<Mutant> WithoutCode { get; }

    /// <summary>The code with a mutant; null when it is not in here.</summary>
    public MutantCode? Find(Mutant mutant) => _numbers.TryGetValue(mutant, out var number) ? new MutantCode(Assembly, number) : null;

    /// <summary>Compiles all mutants that are in bodies.</summary>
    /// <param name="whole">The code.</param>
    /// <param name="trees">Its files, by the names that mutants have for them.</param>
    /// <param name="mutants">The mutants.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It does not compile, and no mutant is to blame.</exception>
    public static MutantAssembly Compile(
        CSharpCompilation whole, IReadOnlyDictionary<string, SyntaxTree> trees, IReadOnlyList<Mutant> mutants, CancellationToken cancellationToken)
    {
        HashSet<Mutant> withoutCode = [];
        for (var round = 0; round < MaxRounds; round++)
        {
            var numbers = new Dictionary<Mutant, int>();
            var copies = new Dictionary<SyntaxTree, List<(Mutant Mutant, TextSpan Span)>>();
            var options = (CSharpParseOptions)whole.SyntaxTrees[0].Options;
            var compilation = whole.AddSyntaxTrees(CSharpSyntaxTree.ParseText(ActiveMutant.Source, options, cancellationToken: cancellationToken));
            foreach (var file in mutants.Where(mutant => !withoutCode.Contains(mutant)).GroupBy(mutant => mutant.File, StringComparer.Ordinal))
            {
                var tree = trees[file.Key];
                var (text, places) = Write(tree, [.. file], numbers, cancellationToken);
                var written = CSharpSyntaxTree.ParseText(text, options, tree.FilePath, Encoding.UTF8, cancellationToken);
                copies[written] = places;
                compilation = compilation.ReplaceSyntaxTree(tree, written);
            }
            using var assembly = new MemoryStream();
            var emitted = compilation.Emit(assembly, cancellationToken: cancellationToken);
            if (emitted.Success)
                return new MutantAssembly(assembly.ToArray(), numbers, withoutCode);
            var errors = emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
            var blamed = errors.ConvertAll(error => Blamed(error, copies)).OfType<Mutant>().ToList();
            if (blamed.Count == 0)
                throw new InvalidOperationException($"No mutant is to blame for {errors[0]}.");
            withoutCode.UnionWith(blamed);
        }
        throw new InvalidOperationException($"It does not compile after {MaxRounds} rounds.");
    }

    private static Mutant? Blamed(Diagnostic error, Dictionary<SyntaxTree, List<(Mutant Mutant, TextSpan Span)>> copies) =>
        error.Location.SourceTree is { } tree && copies.TryGetValue(tree, out var places)
            ? places.FirstOrDefault(place => place.Span.Contains(error.Location.SourceSpan)).Mutant
            : null;

    private static (string Text, List<(Mutant Mutant, TextSpan Span)> Places) Write(
        SyntaxTree tree, IReadOnlyList<Mutant> mutants, Dictionary<Mutant, int> numbers, CancellationToken cancellationToken)
    {
        var (text, root) = (tree.GetText(cancellationToken), tree.GetRoot(cancellationToken));
        var written = new StringBuilder();
        var end = 0;
        List<(Mutant Mutant, TextSpan Span)> places = [];
        foreach (var body in mutants.GroupBy(mutant => MutantBody.Of(root, mutant.Span)).Where(body => body.Key is not null)
            .OrderBy(body => body.Key!.Replaced.Start))
        {
            written.Append(text.ToString(TextSpan.FromBounds(end, body.Key!.Replaced.Start)));
            places.AddRange(body.Key.Write(text, body.Select(mutant => (mutant, numbers[mutant] = numbers.Count + 1)), written));
            end = body.Key.Replaced.End;
        }
        written.Append(text.ToString(TextSpan.FromBounds(end, text.Length)));
        return (written.ToString(), places);
    }
}
