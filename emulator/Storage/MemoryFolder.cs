namespace KakaoWorkflow.Emulator.Storage;

/// <summary>Folders for what is thrown away after the play: in memory where the machine offers that, since every commit is flushed.</summary>
internal static class MemoryFolder
{
    private const string Memory = "/dev/shm";

    /// <summary>Makes a new folder.</summary>
    /// <param name="prefix">What its name begins with.</param>
    public static string Create(string prefix) => Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, prefix + Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory(prefix).FullName;
}
