using System.Text.Json;
using KakaoWorkflow.Proof.Sabotage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants;

/// <summary>
/// Compiles <c>workflow/</c> within this process, which takes a fraction of a build: with all mutants that can be switched on and off,
/// or with one that cannot.
/// </summary>
internal sealed class MutantCompiler
{
    private readonly CSharpCompilation _whole;
    private readonly Dictionary<string, SyntaxTree> _trees;

    private MutantCompiler(CSharpCompilation whole, string folder)
    {
        _whole = whole;
        _trees = whole.SyntaxTrees
            .Where(tree => tree.FilePath.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(tree => Path.GetRelativePath(folder, tree.FilePath).Replace('\\', '/'), StringComparer.Ordinal);
    }

    /// <summary>The files, from <c>workflow/</c>, with their syntax.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Trees => _trees;

    /// <summary>Asks MSBuild for the compiler's arguments, and runs the source generators once: mutants change bodies only.</summary>
    /// <exception cref="InvalidOperationException">MSBuild does not tell, or the code does not compile.</exception>
    public static async Task<MutantCompiler> OpenAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, "workflow");
        var asked = await ChildProgram.RunAsync(
            folder,
            "dotnet",
            [
                "msbuild", "-nologo", "-t:Compile", "-p:Configuration=Release", "-getItem:CscCommandLineArgs", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
                "-p:DesignTimeBuild=true", "-p:BuildProjectReferences=false", "-p:NonExistentFile=none",
            ],
            cancellationToken);
        if (asked.Code != 0)
            throw new InvalidOperationException(asked.Output);
        using var answer = JsonDocument.Parse(asked.Output);
        var arguments = answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!).ToList();
        return new MutantCompiler(Compile(CSharpCommandLineParser.Default.Parse(arguments, folder, null), cancellationToken), folder);
    }

    /// <summary>Compiles the code with all those mutants that are in bodies.</summary>
    /// <exception cref="InvalidOperationException">It does not compile, and no mutant is to blame.</exception>
    public MutantAssembly EmitAll(IReadOnlyList<Mutant> mutants, CancellationToken cancellationToken) =>
        MutantAssembly.Compile(_whole, _trees, mutants, cancellationToken);

    /// <summary>Compiles the code with one mutant.</summary>
    /// <returns>The assembly; null when the mutant does not compile.</returns>
    public byte[]? Emit(Mutant mutant, CancellationToken cancellationToken)
    {
        var tree = _trees[mutant.File];
        var text = tree.GetText(cancellationToken).WithChanges(new TextChange(mutant.Span, mutant.Replacement));
        return Emit(_whole.ReplaceSyntaxTree(tree, tree.WithChangedText(text)), cancellationToken);
    }

    private static CSharpCompilation Compile(CSharpCommandLineArguments arguments, CancellationToken cancellationToken)
    {
        var trees = arguments.SourceFiles.Select(source => CSharpSyntaxTree.ParseText(
            SourceText.From(File.ReadAllText(source.Path), System.Text.Encoding.UTF8), arguments.ParseOptions, source.Path, cancellationToken));
        var references = arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        var options = arguments.CompilationOptions
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions([])
            .WithOptimizationLevel(OptimizationLevel.Debug);
        var compilation = CSharpCompilation.Create(arguments.CompilationName, trees, references, options);
        var loader = new AnalyzerLoader();
        var generators = arguments.AnalyzerReferences.SelectMany(reference =>
            new AnalyzerFileReference(Path.GetFullPath(reference.FilePath, arguments.BaseDirectory!), loader).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellationToken);
        return (CSharpCompilation)generated;
    }

    private static byte[]? Emit(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var assembly = new MemoryStream();
        return compilation.Emit(assembly, cancellationToken: cancellationToken).Success ? assembly.ToArray() : null;
    }
}
