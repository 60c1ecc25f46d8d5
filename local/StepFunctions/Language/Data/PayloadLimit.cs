using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Local.StepFunctions.Language.Data;

/// <summary>The size that an input, output or result may have between states.</summary>
public static class PayloadLimit
{
    /// <summary>The largest payload, in UTF-8 bytes of its compact text (AWS: 262,144).</summary>
    public const int MaximumBytes = 262_144;

    /// <summary>How many UTF-8 bytes the node's compact text has.</summary>
    public static int Utf8Bytes(JsonNode? node) => Encoding.UTF8.GetByteCount(JsonText.Write(node));

    /// <summary>Refuses what is too large.</summary>
    /// <param name="text">The payload's JSON text.</param>
    /// <param name="what">How the message names it, such as "The result of the state 'Quote'".</param>
    /// <exception cref="StatesException"><c>States.DataLimitExceeded</c>.</exception>
    public static void Check(string text, string what)
    {
        // A char takes at most three bytes, so most payloads are cleared without counting.
        if (text.Length <= MaximumBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MaximumBytes) return;
        throw new StatesException(
            ErrorName.DataLimitExceeded,
            $"{what} is larger than {MaximumBytes} bytes, the most that a payload may have.");
    }

    /// <summary>Refuses what is too large.</summary>
    /// <exception cref="StatesException"><c>States.DataLimitExceeded</c>.</exception>
    public static void Check(JsonNode? node, string what) => Check(JsonText.Write(node), what);
}
