using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>The size that an input, output or result may have between states.</summary>
internal static class PayloadLimit
{
    /// <summary>The largest payload, in UTF-8 bytes of its compact text (AWS: 262,144).</summary>
    public const int MaxBytes = 262_144;

    /// <summary>How many UTF-8 bytes the node's compact text has.</summary>
    public static int Utf8Bytes(JsonNode? node) => Encoding.UTF8.GetByteCount(JsonText.Write(node));

    /// <summary>Refuses what is too large.</summary>
    /// <param name="text">The payload's JSON text.</param>
    /// <param name="what">How the message names it, such as "The result of the state 'Quote'".</param>
    /// <exception cref="StatesException"><c>States.DataLimitExceeded</c>.</exception>
    public static void Check(string text, string what)
    {
        if (Fits(text))
            return;
        throw new StatesException(
            ErrorName.DataLimitExceeded,
            $"{what} is larger than {MaxBytes} bytes, the most that a payload may have.");
    }

    /// <summary>Refuses a result or an output that is too large.</summary>
    /// <param name="text">The payload's JSON text.</param>
    /// <param name="source">What gave it: see <see cref="ResultTooLarge"/>.</param>
    /// <exception cref="StatesException"><c>States.DataLimitExceeded</c>.</exception>
    public static void CheckResult(string text, string source)
    {
        if (!Fits(text))
            throw new StatesException(ErrorName.DataLimitExceeded, ResultTooLarge(source));
    }

    /// <summary>What AWS says of a result or an output that is too large.</summary>
    /// <param name="source">The state's name; for what a task was answered, the service (<c>lambda</c>) or the function's ARN.</param>
    public static string ResultTooLarge(string source) =>
        $"The state/task '{source}' returned a result with a size exceeding the maximum number of bytes service limit.";

    /// <summary>Refuses what is too large.</summary>
    /// <exception cref="StatesException"><c>States.DataLimitExceeded</c>.</exception>
    public static void Check(JsonNode? node, string what) => Check(JsonText.Write(node), what);

    // A char takes at most three bytes, so most payloads are cleared without counting.
    private static bool Fits(string text) =>
        text.Length <= MaxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MaxBytes;
}
