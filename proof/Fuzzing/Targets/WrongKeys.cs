using KakaoWorkflow.Proof.Fuzzing.Inputs;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Keys and signatures that are not the right one, many of them only just.</summary>
internal static class WrongKeys
{
    /// <summary>One that differs; null for none at all.</summary>
    public static string? Pick(string right, FuzzRandom random) => random.Below(11) switch
    {
        0 => null,
        1 => "",
        2 => right[..random.Below(right.Length)],
        3 => right + random.Pick<string>(["A", "=", " ", "\0", "," + right]),
        4 => right[1..],
        5 => Swapped(right),
        6 => " " + right,
        7 => HostileText.Long(random),
        8 => right.Insert(random.Below(right.Length), "\u200B"),
        9 => Changed(right, random),
        _ => random.Chance(500) ? HostileText.Pick(random) : new string('A', right.Length),
    } is var key && key == right ? "A" + right : key;

    private static string Changed(string right, FuzzRandom random)
    {
        var index = random.Below(right.Length);
        return right[..index] + (right[index] == 'A' ? 'B' : 'A') + right[(index + 1)..];
    }

    private static string Swapped(string right) =>
        string.Concat(right.Select(letter => char.IsLower(letter) ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));
}
