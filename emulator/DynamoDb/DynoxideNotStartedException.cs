namespace KakaoWorkflow.Emulator.DynamoDb;

/// <summary>The DynamoDB server does not start, though its program is there.</summary>
/// <param name="databasePath">Its SQLite file.</param>
/// <param name="lastLine">The last thing that it said; null when it said nothing.</param>
public sealed class DynoxideNotStartedException(string databasePath, string? lastLine)
    : Exception($"The DynamoDB server did not start on {databasePath}: {lastLine ?? "it said nothing"}");
