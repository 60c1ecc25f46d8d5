using System.Text;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>Does something to the text or bytes of a document, whatever they mean.</summary>
internal static class TextMutator
{
    private static readonly string[] NoDocuments =
    [
        "", " ", "null", "true", "0", "\"\"", "[]", "{}", "[{}]", "{", "}", "[", "\"", "<html><body>502 Bad Gateway</body></html>", "<?xml version=\"1.0\"?><a/>",
        "orderId=1&kind=approved", "undefined", "NaN", "{\"a\":1}{\"a\":2}", "{'a':1}", "/* */{}", "{\"a\":1,}", "\uFEFF{}", "\0", "-", "{\"\":\"\"}", "{\"__proto__\":{}}",
    ];

    private static readonly byte[][] NoUtf8 = [[0xC3, 0x28], [0xFF], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0xAE], [0xE2, 0x82],
        [0x80], [0xFF, 0xFE, 0x7B, 0x00]];

    /// <summary>Changes a text in one of the ways that need no document.</summary>
    public static MutatedJson Mutate(string text, MutationKind kind, FuzzRandom random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new MutatedJson(kind, kind switch
        {
            MutationKind.Truncated => bytes[..random.Below(bytes.Length + 1)],
            MutationKind.Damaged => Damaged(bytes, random),
            MutationKind.DuplicateKey => Encoding.UTF8.GetBytes(Doubled(text, random)),
            MutationKind.BrokenUnicode => Insert(bytes, random.Pick(NoUtf8), random),
            _ => Encoding.UTF8.GetBytes(random.Chance(200) ? HostileText.Long(random) : random.Pick(NoDocuments)),
        });
    }

    private static byte[] Damaged(byte[] bytes, FuzzRandom random)
    {
        byte[] damaged = [.. bytes];
        for (var count = 1 + random.Below(4); count > 0 && damaged.Length > 0; count--)
        {
            var index = random.Below(damaged.Length);
            damaged = random.Below(4) switch
            {
                0 => [.. damaged[..index], .. damaged[(index + 1)..]],
                1 => Insert(damaged, [damaged[index]], random),
                2 => Insert(damaged, [(byte)random.Pick<char>([.. "{}[]\",:\\0-eE."])], random),
                _ => Flipped(damaged, index, random),
            };
        }
        return damaged;
    }

    private static byte[] Flipped(byte[] bytes, int index, FuzzRandom random)
    {
        bytes[index] = (byte)(bytes[index] ^ (1 << random.Below(8)));
        return bytes;
    }

    private static byte[] Insert(byte[] bytes, byte[] inserted, FuzzRandom random)
    {
        var index = random.Below(bytes.Length + 1);
        return [.. bytes[..index], .. inserted, .. bytes[index..]];
    }

    /// <summary>Some object of the text gets one of the text's names once more, at its beginning.</summary>
    private static string Doubled(string text, FuzzRandom random)
    {
        var names = Names(text);
        var objects = Enumerable.Range(0, text.Length).Where(index => text[index] == '{').ToList();
        if (names.Count == 0 || objects.Count == 0)
            return text + text;
        var value = random.Pick<string>(["null", "1", "{}", "\"x\"", "[]"]);
        return text.Insert(random.Pick(objects) + 1, $"\"{random.Pick(names)}\":{value},");
    }

    private static List<string> Names(string text) =>
        [.. text.Split('"').Where((part, index) => index % 2 == 1 && part.Length is > 0 and < 40 && text.Contains($"\"{part}\":", StringComparison.Ordinal)).Distinct()];
}
