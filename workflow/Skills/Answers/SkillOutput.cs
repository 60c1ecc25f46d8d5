using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>One bubble of an answer. Each kind checks its limits when it is made.</summary>
public abstract record SkillOutput
{
    private protected SkillOutput()
    {
    }

    /// <summary>The key under which the platform knows this kind of bubble.</summary>
    internal abstract string Kind { get; }

    /// <summary>Writes the object that stands behind <see cref="Kind"/>.</summary>
    internal abstract void Write(Utf8JsonWriter json);
}
