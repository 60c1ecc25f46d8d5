using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Objects within objects.</summary>
internal static class JsonObjects
{
    /// <summary>The object under a name; a new one where there is none.</summary>
    public static JsonObject GetOrAdd(this JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child)
            return child;
        var added = new JsonObject();
        parent[name] = added;
        return added;
    }
}
