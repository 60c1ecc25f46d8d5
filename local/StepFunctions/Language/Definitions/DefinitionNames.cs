namespace KakaoWorkflow.Local.StepFunctions.Language.Definitions;

/// <summary>The state names of a whole definition, which must differ across all branches.</summary>
internal sealed class DefinitionNames
{
    private readonly HashSet<string> _names = [];

    /// <summary>False when a state anywhere has the name already.</summary>
    public bool TryAdd(string name) => _names.Add(name);
}
