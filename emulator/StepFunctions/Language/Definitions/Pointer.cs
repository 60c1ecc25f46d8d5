namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class Pointer
{
    public static string Append(string location, string name) =>
        $"{location}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
