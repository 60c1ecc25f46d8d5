using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>Tokens that no JSON writer writes: they stand in a document as marks until its text is made.</summary>
internal sealed class RawTokens
{
    private const int MaxNesting = 20_000;

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "0.5", "1.0", "1e0", "1e2", "-1e-400", "1e400", "1e999", "-1e999", "2147483647", "2147483648", "-2147483648", "-2147483649",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "79228162514264337593543950335",
        "99999999999999999999999999999999999999999999999999", "4500", "9001", "100", "NaN", "Infinity", "01", "+1", ".5", "1.", "0x1F", "1_000", "- 1",
    ];

    private static readonly string[] Halves = ["\"\\ud800\"", "\"\\udc00\"", "\"a\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\uD800\\u0041\"", "\"\\u0000\"", "\"\\x41\"", "\"\\u12\""];

    private readonly List<string> _tokens = [];

    /// <summary>A number, or what somebody may take for one.</summary>
    public JsonNode Number(FuzzRandom random) => Mark(random.Pick(Numbers));

    /// <summary>Half of a surrogate pair, escaped, or an escape that is none.</summary>
    public JsonNode HalfSurrogate(FuzzRandom random) => Mark(random.Pick(Halves));

    /// <summary>Arrays or objects within each other, closed or not.</summary>
    public JsonNode Nested(FuzzRandom random)
    {
        var depth = random.Pick<int>([60, 63, 64, 65, 128, 1_000, random.Chance(20) ? MaxNesting : 200]);
        var (open, close) = random.Chance(500) ? ("[", "]") : ("{\"a\":", "}");
        var inner = open == "[" ? "" : "1";
        var text = string.Concat(Enumerable.Repeat(open, depth)) + inner;
        return Mark(random.Chance(800) ? text + string.Concat(Enumerable.Repeat(close, depth)) : text);
    }

    /// <summary>Puts the tokens where their marks are.</summary>
    public string Fill(string json)
    {
        for (var index = 0; index < _tokens.Count; index++)
            json = json.Replace(Quoted(index), _tokens[index], StringComparison.Ordinal);
        return json;
    }

    private static string Quoted(int index) => $"\"raw-token-{index}-of-this-input\"";

    private JsonValue Mark(string token)
    {
        _tokens.Add(token);
        return JsonValue.Create(Quoted(_tokens.Count - 1).Trim('"'))!;
    }
}
