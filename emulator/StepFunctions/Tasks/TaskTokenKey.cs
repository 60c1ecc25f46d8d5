using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>The key of the task tokens. It is made once and lives as long as the database, so that tokens do too.</summary>
internal static class TaskTokenKey
{
    /// <summary>The table.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS sfn_secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
        """;

    private const string Name = "task-token-key";

    /// <summary>Reads the key, or makes it where there is none.</summary>
    public static async Task<byte[]> LoadAsync(LocalDatabase database, IRandomSource random)
    {
        var fresh = new byte[TaskTokens.KeyBytes];
        random.Fill(fresh);
        byte[]? key = null;
        await database.WriteAsync(write =>
        {
            write.Execute("INSERT INTO sfn_secrets VALUES ($0, $1) ON CONFLICT (name) DO NOTHING", Name, fresh);
            key = (byte[])write.Scalar("SELECT value FROM sfn_secrets WHERE name = $0", Name)!;
        });
        return key!;
    }
}
