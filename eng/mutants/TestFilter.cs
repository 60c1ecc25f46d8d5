namespace KakaoWorkflow.Mutants;

/// <summary>Which tests are run.</summary>
/// <param name="Assemblies">The assemblies that have them.</param>
/// <param name="Classes">Classes, with <c>*</c> at an end for any text.</param>
/// <param name="Namespaces">Namespaces, likewise.</param>
internal sealed record TestFilter(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Classes, IReadOnlyList<string> Namespaces)
{
    public override string ToString() => string.Join(' ', [.. Assemblies, .. Classes, .. Namespaces]);
}
