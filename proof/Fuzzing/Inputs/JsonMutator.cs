using System.Text;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>Does one or a few things to a genuine JSON document, anywhere in it.</summary>
internal static class JsonMutator
{
    private static readonly MutationKind[] OfStructure =
    [
        MutationKind.WrongType, MutationKind.WrongType, MutationKind.MissingKey, MutationKind.MissingKey, MutationKind.ExtraKey,
        MutationKind.BadNumber, MutationKind.BadNumber, MutationKind.HostileText, MutationKind.HostileText, MutationKind.HostileText,
        MutationKind.TooLong, MutationKind.DeepNesting, MutationKind.BrokenUnicode,
    ];

    private static readonly MutationKind[] OfText =
        [MutationKind.Truncated, MutationKind.Damaged, MutationKind.Garbage, MutationKind.DuplicateKey, MutationKind.BrokenUnicode];

    /// <summary>Changes a document; the kind is that of the first change.</summary>
    /// <param name="document">The genuine one, which stays as it is.</param>
    /// <param name="random">The choices.</param>
    public static MutatedJson Mutate(JsonNode document, FuzzRandom random)
    {
        if (random.Chance(250))
            return TextMutator.Mutate(document.ToJsonString(), random.Pick(OfText), random);
        var root = document.DeepClone();
        var raw = new RawTokens();
        MutationKind? kind = null;
        for (var changes = random.Chance(200) ? 1 + random.Below(4) : 1; changes > 0; changes--)
        {
            var next = random.Pick(OfStructure);
            kind ??= next;
            Change(root, next, random, raw);
        }
        return new MutatedJson(kind!.Value, Encoding.UTF8.GetBytes(raw.Fill(root.ToJsonString())));
    }

    /// <summary>The genuine document.</summary>
    public static MutatedJson Keep(JsonNode document) => new(MutationKind.Genuine, Encoding.UTF8.GetBytes(document.ToJsonString()));

    private static void Change(JsonNode root, MutationKind kind, FuzzRandom random, RawTokens raw)
    {
        var places = JsonPlace.All(root);
        if (places.Count == 0)
            return;
        var place = random.Pick(places);
        switch (kind)
        {
            case MutationKind.MissingKey:
                place.Remove();
                break;
            case MutationKind.ExtraKey:
                place.AddBeside(HostileText.Pick(random), Value(random, raw));
                break;
            case MutationKind.WrongType:
                place.Set(Value(random, raw));
                break;
            case MutationKind.BadNumber:
                place.Set(raw.Number(random));
                break;
            case MutationKind.TooLong:
                place.Set(HostileText.Long(random));
                break;
            case MutationKind.DeepNesting:
                place.Set(raw.Nested(random));
                break;
            case MutationKind.BrokenUnicode:
                place.Set(raw.HalfSurrogate(random));
                break;
            default:
                place.Set(HostileText.Pick(random));
                break;
        }
    }

    private static JsonNode? Value(FuzzRandom random, RawTokens raw) => random.Below(9) switch
    {
        0 => null,
        1 => true,
        2 => new JsonArray(),
        3 => new JsonObject(),
        4 => new JsonArray(1, "2", null, new JsonObject()),
        5 => new JsonObject { ["orderId"] = HostileText.Pick(random), ["amount"] = new JsonObject(), ["total"] = -1 },
        6 => raw.Number(random),
        7 => HostileText.Pick(random),
        _ => 0,
    };
}
