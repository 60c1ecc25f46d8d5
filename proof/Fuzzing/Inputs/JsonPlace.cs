using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>A member of an object or an entry of an array, anywhere in a document.</summary>
/// <param name="Parent">The object or array.</param>
/// <param name="Name">The member's name; null in an array.</param>
/// <param name="Index">The entry's index; 0 in an object.</param>
internal readonly record struct JsonPlace(JsonNode Parent, string? Name, int Index)
{
    /// <summary>Every place in a document, from the outside to the inside.</summary>
    public static IReadOnlyList<JsonPlace> All(JsonNode root)
    {
        var places = new List<JsonPlace>();
        Collect(root, places);
        return places;
    }

    public void Set(JsonNode? value)
    {
        if (Name is null)
            Parent.AsArray()[Index] = value;
        else
            Parent.AsObject()[Name] = value;
    }

    public void Remove()
    {
        if (Name is null)
            Parent.AsArray().RemoveAt(Index);
        else
            Parent.AsObject().Remove(Name);
    }

    public void AddBeside(string name, JsonNode? value)
    {
        if (Name is null)
            Parent.AsArray().Add(value);
        else
            Parent.AsObject()[name] = value;
    }

    private static void Collect(JsonNode? node, List<JsonPlace> places)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map)
                {
                    places.Add(new JsonPlace(map, name, 0));
                    Collect(value, places);
                }
                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    places.Add(new JsonPlace(list, null, index));
                    Collect(list[index], places);
                }
                break;
        }
    }
}
