namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>Where one host keeps everything. Two hosts never share a folder: a lock that ends with its process keeps the second one out.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>What the system says of a lock that another process has: its own number of <c>EWOULDBLOCK</c>.</summary>
    private static readonly int Locked = OperatingSystem.IsMacOS() ? 35 : 11;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream folderLock) => (FullPath, _lock) = (path, folderLock);

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Executions, queues, payments.</summary>
    public string DatabasePath => Path.Combine(FullPath, "local.db");

    /// <summary>The DynamoDB server's data.</summary>
    public string DynamoDbPath => Path.Combine(FullPath, "dynamodb.db");

    /// <summary>Generated secrets.</summary>
    public string SecretsPath => Path.Combine(FullPath, "secrets.json");

    /// <summary>The ports of the last run.</summary>
    public string PortsPath => Path.Combine(FullPath, "ports.json");

    /// <summary>Opens a folder, creating it for this user alone where it does not exist.</summary>
    /// <exception cref="DataFolderInUseException">Another host has it.</exception>
    /// <exception cref="DataFolderUnusableException">It is a file, or lies below one; this user may not write there; the disk is full.</exception>
    public static DataFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        for (var part = full; part is not null; part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part))
                throw DataFolderUnusableException.NoFolder(part);
        }
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(full);
            else
                Directory.CreateDirectory(full, OwnerOnly);
            return new DataFolder(full, new FileStream(Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw DataFolderUnusableException.NotMade(full, error);
        }
        catch (IOException error) when (error.HResult == Locked || OperatingSystem.IsWindows())
        {
            throw new DataFolderInUseException(full);
        }
        catch (Exception error) when (DataFolderUnusableException.Of(full, error) is not null)
        {
            throw DataFolderUnusableException.Of(full, error)!;
        }
    }

    /// <summary>Lets another host have the folder.</summary>
    public void Dispose() => _lock.Dispose();
}
