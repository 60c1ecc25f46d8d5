using System.Reflection;
using Microsoft.CodeAnalysis;

namespace KakaoWorkflow.Mutants;

/// <summary>Loads source generators from where they are.</summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
        // Those of the SDK depend on nothing that is not here.
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
