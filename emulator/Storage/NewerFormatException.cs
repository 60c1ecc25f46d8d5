namespace KakaoWorkflow.Emulator.Storage;

/// <summary>A database was written by a later version of the program, in a form that this one would misread and damage.</summary>
/// <param name="path">The file.</param>
/// <param name="found">The number of its format.</param>
/// <param name="known">The highest number that this program knows.</param>
public sealed class NewerFormatException(string path, long found, int known) : Exception(
    $"{path} was written by a later version of this program: its format is {found}, and this version reads up to {known}. "
    + "Nothing was changed. Start the later version, or give this one a folder of its own with --data.");
