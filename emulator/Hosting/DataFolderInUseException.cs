namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>Another host works on this data folder.</summary>
/// <param name="path">The folder.</param>
public sealed class DataFolderInUseException(string path)
    : Exception($"Another host is using the data folder {path}. Stop it, or give this one a folder of its own with --data.");
