using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>Base64 and hashes.</summary>
internal static class EncodingFunctions
{
    /// <summary>The longest text of each of these functions (AWS).</summary>
    public const int MaxCharacters = 10_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<IntrinsicFunction> All =>
    [
        new("States.Base64Encode", 1, 1, (arguments, _) => Encode(arguments)),
        new("States.Base64Decode", 1, 1, (arguments, _) => Decode(arguments)),
        new("States.Hash", 2, 2, (arguments, _) => Hash(arguments)),
    ];

    private static JsonNode? Encode(Arguments arguments) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Limited(arguments, arguments.Text(0))));

    private static JsonNode? Decode(Arguments arguments)
    {
        var text = Limited(arguments, arguments.Text(0));
        try
        {
            return Strict.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw arguments.Failure("argument 1 is not Base64");
        }
        catch (DecoderFallbackException)
        {
            throw arguments.Failure("argument 1 does not hold UTF-8 text");
        }
    }

    private static JsonNode? Hash(Arguments arguments)
    {
        var isText = arguments[0] is { } node && node.GetValueKind() == JsonValueKind.String;
        var data = Encoding.UTF8.GetBytes(Limited(arguments, isText ? arguments.Text(0) : JsonText.Write(arguments[0])));
        var algorithm = arguments.Text(1);
#pragma warning disable CA5350, CA5351 // MD5 and SHA-1 belong to the language; nothing here rests on their strength
        byte[] hash = algorithm switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            _ => throw arguments.Failure($"'{algorithm}' is none of MD5, SHA-1, SHA-256, SHA-384 and SHA-512"),
        };
#pragma warning restore CA5350, CA5351
        return Convert.ToHexStringLower(hash);
    }

    private static string Limited(Arguments arguments, string text) => text.Length <= MaxCharacters
        ? text
        : throw arguments.Failure($"argument 1 has {text.Length} characters; at most {MaxCharacters} are allowed");
}
