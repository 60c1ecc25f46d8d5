using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.Storage;

/// <summary>What a write may do: run statements, each prepared once and kept.</summary>
internal sealed class WriteTransaction : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    internal WriteTransaction(SqliteConnection connection) => _connection = connection;

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">A constant text with the parameters <c>$0</c>, <c>$1</c>, …; it is the key under which the prepared statement is kept.</param>
    /// <param name="values">The parameters in order; null is stored as NULL.</param>
    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query on the data as this transaction sees it; null where there is no row or the value is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        var value = Prepare(sql, values).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // constant texts by contract; values are parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var index = 0; index < values.Length; index++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + index });
            _commands.Add(sql, command);
        }
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        return command;
    }
}
