using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>
/// The rows of a local database as JSON: a row is an object without its NULLs, a text or blob that is a JSON document is
/// that document, and another blob is <c>{"base64": …}</c>. Texts that are compared as texts stay texts.
/// </summary>
internal static class DatabaseRows
{
    private const string Base64 = "base64";

    private static readonly string[] Verbatim = ["body", "definition", "input", "output"];

    /// <summary>The statements that make such a database, its format included.</summary>
    public static string Schema(string path)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        var statements = Query(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid", row => row.GetString(0));
        var format = Query(connection, "PRAGMA user_version", row => row.GetInt64(0)).Single();
        return string.Concat(statements.Append($"PRAGMA user_version = {format}").Select(statement => $"{statement};\n"));
    }

    /// <summary>All rows of all tables.</summary>
    public static JsonObject Read(string path)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        using var oneMoment = connection.BeginTransaction(deferred: true);
        var tables = new JsonObject();
        foreach (var table in Tables(connection))
            tables[table] = new JsonArray([.. Query(connection, $"SELECT * FROM {table} ORDER BY 1, 2", Row)]);
        return tables;
    }

    /// <summary>Makes a database.</summary>
    /// <param name="path">The file, which is not there yet.</param>
    /// <param name="schema">What <see cref="Schema"/> gave.</param>
    /// <param name="tables">What <see cref="Read"/> gave.</param>
    public static void Write(string path, string schema, JsonObject tables)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, schema);
        using var transaction = connection.BeginTransaction();
        foreach (var (table, rows) in tables)
        {
            var blobs = Query(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE type = 'BLOB'", row => row.GetString(0));
            foreach (var row in rows!.AsArray())
            {
                var columns = row!.AsObject().ToList();
                Execute(
                    connection,
                    $"INSERT INTO {table} ({string.Join(", ", columns.Select(it => it.Key))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"${index}"))})",
                    [.. columns.Select(it => Value(it.Value!, blobs.Contains(it.Key)))]);
            }
        }
        transaction.Commit();
    }

    private static List<string> Tables(SqliteConnection connection) =>
        Query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0));

    private static JsonObject Row(SqliteDataReader reader)
    {
        var row = new JsonObject();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (!reader.IsDBNull(column))
                row[reader.GetName(column)] = Node(reader.GetName(column), reader.GetValue(column));
        }
        return row;
    }

    private static JsonNode Node(string column, object value) => value switch
    {
        long number => number,
        string text when Verbatim.Contains(column) => text,
        string text => Document(text) ?? text,
        byte[] bytes => Document(Encoding.UTF8.GetString(bytes)) ?? new JsonObject { [Base64] = Convert.ToBase64String(bytes) },
        _ => throw new InvalidOperationException($"A column has a {value.GetType().Name}."),
    };

    private static JsonNode? Document(string text)
    {
        if (text is not ['{' or '[', ..])
            return null;
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object Value(JsonNode node, bool isBlob) => node switch
    {
        JsonObject { Count: 1 } only when only[Base64] is { } base64 => Convert.FromBase64String((string)base64!),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => (long)value,
        JsonValue value => (string)value!,
        _ when isBlob => Encoding.UTF8.GetBytes(JsonText.Write(node)),
        _ => JsonText.Write(node),
    };

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

#pragma warning disable CA2100 // names of tables and columns come from records that are reviewed
    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql, params IReadOnlyList<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Count; index++)
            command.Parameters.AddWithValue($"${index}", values[index]);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
