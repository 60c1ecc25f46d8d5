namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>A global secondary index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="KeySchema">Its key.</param>
/// <param name="Projection"><c>ALL</c>, <c>KEYS_ONLY</c> or <c>INCLUDE</c>.</param>
/// <param name="NonKeyAttributes">What <c>INCLUDE</c> adds; empty otherwise.</param>
internal sealed record TableIndex(
    string Name, IReadOnlyList<TableKey> KeySchema, string Projection, IReadOnlyList<string> NonKeyAttributes);
