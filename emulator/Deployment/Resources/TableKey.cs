namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>One part of a primary key.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Kind"><c>HASH</c> or <c>RANGE</c>.</param>
internal sealed record TableKey(string Attribute, string Kind);
