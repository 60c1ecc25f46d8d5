using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>Numbers of JSON nodes, whatever the nodes are made of.</summary>
internal static class JsonNumber
{
    /// <summary>Orders two numbers: exactly where both fit 28 digits, else as binary64.</summary>
    public static int Compare(JsonNode left, JsonNode right)
    {
        var (leftText, rightText) = (left.ToJsonString(), right.ToJsonString());
        return TryParse(leftText, out var leftValue) && TryParse(rightText, out var rightValue)
            ? leftValue.CompareTo(rightValue)
            : double.Parse(leftText, CultureInfo.InvariantCulture).CompareTo(double.Parse(rightText, CultureInfo.InvariantCulture));
    }

    /// <summary>The whole number that a node is; false for anything else, 1.5 among it.</summary>
    public static bool TryReadInteger(JsonNode? node, out long value)
    {
        value = 0;
        if (!TryReadDecimal(node, out var number) || number != decimal.Truncate(number))
            return false;
        return TryNarrow(number, out value);
    }

    /// <summary>The number that a node is, rounded half up as AWS does in its intrinsic functions.</summary>
    public static bool TryRound(JsonNode? node, out long value)
    {
        value = 0;
        return TryReadDecimal(node, out var number) && TryNarrow(decimal.Floor(number + 0.5m), out value);
    }

    private static bool TryReadDecimal(JsonNode? node, out decimal value)
    {
        value = 0;
        return node is not null && node.GetValueKind() == JsonValueKind.Number && TryParse(node.ToJsonString(), out value);
    }

    private static bool TryNarrow(decimal number, out long value)
    {
        var fits = number is >= long.MinValue and <= long.MaxValue;
        value = fits ? (long)number : 0;
        return fits;
    }

    private static bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
