using System.Reflection;
using System.Runtime.Loader;

namespace KakaoWorkflow.Mutants.Worker;

/// <summary>
/// One copy of the project's own assemblies, with another <c>workflow/</c> among them. What they stand on is shared by all copies
/// and stays warm. It is not collectible, since the runtime takes no code that was compiled ahead of time into one that is.
/// </summary>
internal sealed class MutantContext(string folder, string workflow) : AssemblyLoadContext(isCollectible: false)
{
    private const string Workflow = "KakaoWorkflow";
    private const string Tests = "KakaoWorkflow.Tests.";

    private static readonly string[] Own = ["KakaoWorkflow.Local", "KakaoWorkflow.Proof", "bootstrap"];

    /// <summary>Tests.</summary>
    /// <param name="name">Their assembly.</param>
    public Assembly LoadTests(string name) => LoadFromAssemblyName(new AssemblyName(name));

    /// <summary>Switches a mutant on, in an assembly that has many.</summary>
    public void Switch(int number) =>
        LoadFromAssemblyName(new AssemblyName(Workflow)).GetType(ActiveMutant.TypeName)?.GetField(ActiveMutant.FieldName)!.SetValue(null, number);

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        Workflow => LoadFromAssemblyPath(workflow),
        { } name when Own.Contains(name) || name.StartsWith(Tests, StringComparison.Ordinal) => LoadFromAssemblyPath(Path.Combine(folder, name + ".dll")),
        _ => null,
    };
}
