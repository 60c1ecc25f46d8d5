namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Whose functions the Lambda service has.</summary>
/// <param name="Region">The region in ARNs.</param>
/// <param name="AccountId">The account in ARNs: twelve digits.</param>
/// <param name="Functions">The functions that are ours, in the template's order.</param>
internal sealed record LambdaOptions(string Region, string AccountId, IReadOnlyList<FunctionConfiguration> Functions);
