namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>An <c>AWS::DynamoDB::Table</c>.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Name">The table's name.</param>
/// <param name="Arn">The table's ARN.</param>
/// <param name="KeySchema">The partition key, and the sort key if there is one.</param>
/// <param name="Attributes">The key attributes' types (S, N, B) by name.</param>
/// <param name="GlobalIndexes">The global secondary indexes.</param>
/// <param name="TimeToLiveAttribute">The attribute that expires items, or null.</param>
internal sealed record TableResource(
    string LogicalId,
    string Name,
    string Arn,
    IReadOnlyList<TableKey> KeySchema,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<TableIndex> GlobalIndexes,
    string? TimeToLiveAttribute);
