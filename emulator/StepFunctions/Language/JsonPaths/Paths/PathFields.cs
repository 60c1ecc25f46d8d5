using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>Takes fields that hold paths.</summary>
internal static class PathFields
{
    /// <summary>A path that may have wildcards, slices and filters; null for an absent or wrong field.</summary>
    public static JsonPath? TakePath(this ObjectReader reader, string name)
    {
        if (reader.TakeText(name) is not { } text)
            return null;
        try
        {
            var path = JsonPath.Parse(text);
            RefuseTaskToken(path, reader.Diagnostics, reader.At(name));
            return path;
        }
        catch (FormatException exception)
        {
            reader.Diagnostics.Add(DiagnosticCode.InvalidPath, exception.Message, reader.At(name));
            return null;
        }
    }

    /// <summary>A path that names one place.</summary>
    public static JsonPath? TakeReference(this ObjectReader reader, string name)
    {
        var path = reader.TakePath(name);
        if (path is null or { IsReference: true })
            return path;
        reader.Diagnostics.Add(
            DiagnosticCode.InvalidPath, $"'{path}' must be a reference path: names and array indexes only.",
            reader.At(name));
        return null;
    }

    /// <summary>InputPath or OutputPath: a path, <c>$</c> when absent, null when it is null.</summary>
    public static JsonPath? TakeFilter(this ObjectReader reader, string name) =>
        IsNullOrAbsent(reader, name, JsonPath.Root, out var value)
        ? value
        : reader.TakePath(name);

    /// <summary>ResultPath: a place to write to, <c>$</c> when absent, null when it is null.</summary>
    public static ReferencePath? TakeResultPath(this ObjectReader reader)
    {
        const string Name = "ResultPath";
        if (IsNullOrAbsent(reader, Name, ReferencePath.Root, out var value))
            return value;
        if (reader.TakeText(Name) is not { } text)
            return null;
        try
        {
            return ReferencePath.Parse(text);
        }
        catch (FormatException exception)
        {
            reader.Diagnostics.Add(DiagnosticCode.InvalidPath, exception.Message, reader.At(Name));
            return null;
        }
    }

    /// <summary>Refuses <c>$$.Task.Token</c> where no task waits for a token.</summary>
    public static void RefuseTaskToken(JsonPath path, DiagnosticList diagnostics, string location)
    {
        if (!path.NamesTaskToken)
            return;
        diagnostics.Add(
            DiagnosticCode.TaskToken,
            $"'{path}' exists only in the Parameters of a task whose resource ends in .waitForTaskToken.",
            location);
    }

    private static bool IsNullOrAbsent<T>(ObjectReader reader, string name, T absent, out T? value)
        where T : class
    {
        var field = reader.Take(name);
        value = field is null ? absent : null;
        return field is null || field.Value.ValueKind == JsonValueKind.Null;
    }
}
