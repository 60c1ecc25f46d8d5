using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.StepFunctions.StateMachines;

/// <summary>Tags of state machines.</summary>
internal sealed class TagStore(LocalDatabase database)
{
    /// <summary>The table.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS sfn_tags (
            resource_arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (resource_arn, key)) STRICT;
        """;

    /// <summary>The most tags that one resource may have (AWS).</summary>
    public const int MaxTags = 50;

    /// <summary>The tags of a resource, by key.</summary>
    public Task<IReadOnlyDictionary<string, string>> ListAsync(string resourceArn) => database.ReadAsync(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM sfn_tags WHERE resource_arn = $arn";
        command.Parameters.AddWithValue("$arn", resourceArn);
        using var rows = command.ExecuteReader();
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
            tags[rows.GetString(0)] = rows.GetString(1);
        return (IReadOnlyDictionary<string, string>)tags;
    });

    /// <summary>Sets tags.</summary>
    /// <returns>False, and nothing is set, when the resource would have more than <see cref="MaxTags"/>.</returns>
    public async Task<bool> SetAsync(string resourceArn, IReadOnlyDictionary<string, string> tags)
    {
        var fits = false;
        await database.WriteAsync(write =>
        {
            var others = (long)write.Scalar("SELECT COUNT(*) FROM sfn_tags WHERE resource_arn = $0", resourceArn)!
                - tags.Keys.Count(key => write.Scalar("SELECT 1 FROM sfn_tags WHERE resource_arn = $0 AND key = $1", resourceArn, key) is not null);
            fits = others + tags.Count <= MaxTags;
            if (!fits)
                return;
            foreach (var (key, value) in tags)
            {
                write.Execute(
                    "INSERT INTO sfn_tags VALUES ($0, $1, $2) ON CONFLICT (resource_arn, key) DO UPDATE SET value = excluded.value",
                    resourceArn, key, value);
            }
        });
        return fits;
    }

    /// <summary>Removes tags; keys that are not there are passed over.</summary>
    public Task RemoveAsync(string resourceArn, IReadOnlyCollection<string> keys) => database.WriteAsync(write =>
    {
        foreach (var key in keys)
            write.Execute("DELETE FROM sfn_tags WHERE resource_arn = $0 AND key = $1", resourceArn, key);
    });

    /// <summary>Removes all tags of a resource.</summary>
    public Task ForgetAsync(string resourceArn) =>
        database.WriteAsync(write => write.Execute("DELETE FROM sfn_tags WHERE resource_arn = $0", resourceArn));
}
