using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>A fault that follows another one. It names no call: which calls come then depends on what the first fault has done.</summary>
/// <param name="CallsLater">Which call after the struck one it strikes, 1 to <see cref="MaxCallsLater"/>.</param>
/// <param name="Kind">What goes wrong with it.</param>
internal sealed record SecondFault(int CallsLater, FaultKind Kind)
{
    /// <summary>How far apart the two calls are at most.</summary>
    public const int MaxCallsLater = 3;

    public override string ToString() => $"{Kind} at the {Ordinal(CallsLater)} call after it";

    private static string Ordinal(int number) => number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{number}th" };
}
