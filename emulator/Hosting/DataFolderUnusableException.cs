using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>A data folder cannot be read or written.</summary>
public sealed class DataFolderUnusableException : Exception
{
    private const int SqliteReadOnly = 8;
    private const int SqliteIo = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    private const int NotPermitted = 1;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;

    private static readonly int QuotaExceeded = OperatingSystem.IsMacOS() ? 69 : 122;

    private DataFolderUnusableException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>The folder is a file, or lies below one.</summary>
    internal static DataFolderUnusableException NoFolder(string path) =>
        new($"The data folder {path} cannot be used: {path} is a file, or lies below one. Name a folder with --data.", null);

    /// <summary>The system makes no folder there.</summary>
    internal static DataFolderUnusableException NotMade(string path, Exception error) =>
        new($"The data folder {path} cannot be used: no folder can be made there.", error);

    /// <summary>What an error says of the folder, in one sentence; null when it is another matter.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="error">What was thrown while a host worked on it.</param>
    internal static DataFolderUnusableException? Of(string path, Exception error) => Reason(error) is { } reason
        ? new DataFolderUnusableException($"The data folder {Path.GetFullPath(path)} cannot be used: {reason}.", error)
        : null;

    private static string? Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "this user may not write there",
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            SqliteReadOnly => "it is read-only",
            SqliteFull => "the disk is full",
            SqliteCannotOpen or SqliteIo => "its files cannot be opened or written",
            SqliteCorrupt or SqliteNotADatabase => "its database is damaged",
            _ => null,
        },
        // On Unix the number of an input/output error is the system's own.
        IOException when error.HResult == NoSpace => "the disk is full",
        IOException when error.HResult == QuotaExceeded => "this user may store no more there",
        IOException when error.HResult == ReadOnlyFileSystem => "it is read-only",
        IOException when error.HResult == NotPermitted => "this user may not write there",
        _ => null,
    };
}
