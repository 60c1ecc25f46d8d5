using System.Text;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;

namespace KakaoWorkflow.Proof.Fuzzing;

/// <summary>An input that was not handled as it must be.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Number">The input's number.</param>
/// <param name="Target">The way on which it came.</param>
/// <param name="Function">The function that got it.</param>
/// <param name="Kind">What is wrong with the input.</param>
/// <param name="Problem">What is wrong with how it was handled.</param>
/// <param name="Input">The hostile part.</param>
internal sealed record Finding(ulong Seed, int Number, string Target, string Function, MutationKind Kind, Problem Problem, byte[] Input)
{
    private const int MaxShown = 1_500;

    /// <summary>Everything that is needed to try it again, the input escaped and cut short.</summary>
    public override string ToString() =>
        $"{Problem.Kind} in {Target}, {Function}, {Kind}: {Escaped(Problem.Detail)}\n  input {Number}: {Escaped(Encoding.UTF8.GetString(Input))}\n"
        + $"  again: fuzz --seed {Seed} --only {Number}";

    private static string Escaped(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MaxShown)))
        {
            if (character is >= ' ' and <= '~' or (>= '가' and <= '힣'))
                shown.Append(character);
            else
                shown.Append($"\\u{(int)character:x4}");
        }
        return text.Length > MaxShown ? $"{shown}… ({text.Length} characters)" : shown.ToString();
    }
}
