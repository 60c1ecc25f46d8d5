namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>A folder for what is thrown away afterwards: in memory where the machine offers that, since every commit is flushed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    private ScratchFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>Makes a new folder.</summary>
    /// <param name="prefix">What its name begins with.</param>
    public static ScratchFolder Create(string prefix) => new(Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, prefix + Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory(prefix).FullName);

    /// <summary>Removes it with all that is in it.</summary>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
