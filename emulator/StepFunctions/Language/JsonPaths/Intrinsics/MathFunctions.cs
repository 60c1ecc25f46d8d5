using System.Buffers.Binary;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>Whole numbers and identifiers.</summary>
internal static class MathFunctions
{
    public static IEnumerable<IntrinsicFunction> All =>
    [
        new("States.MathAdd", 2, 2, (arguments, _) => Add(arguments)),
        new("States.MathRandom", 2, 3, Random),
        new("States.UUID", 0, 0, (_, random) => random.NewGuid().ToString()),
    ];

    private static JsonNode? Add(Arguments arguments)
    {
        try
        {
            return checked(arguments.Integer(0) + arguments.Integer(1));
        }
        catch (OverflowException)
        {
            throw arguments.Failure("the sum does not fit 64 bits");
        }
    }

    /// <summary>
    /// From the first number (inclusive) to the second (exclusive); a seed repeats its number, though not the one that
    /// AWS draws.
    /// </summary>
    private static JsonNode? Random(Arguments arguments, IRandomSource random)
    {
        var (start, end) = (arguments.Integer(0), arguments.Integer(1));
        if (start >= end)
            throw arguments.Failure("the start number must be below the end number");
        var source = arguments.Count == 3 ? new SeededRandomSource(unchecked((ulong)arguments.Integer(2))) : random;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        source.Fill(bytes);
        var span = (UInt128)((Int128)end - start);
        var offset = (BinaryPrimitives.ReadUInt64LittleEndian(bytes) * span) >> 64;
        return (long)(start + (Int128)offset);
    }
}
