namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>A function as it is deployed.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c> of the template.</param>
/// <param name="Name">The function's name in the account.</param>
/// <param name="Arn">The unqualified ARN.</param>
/// <param name="Handler">What <c>_HANDLER</c> is.</param>
/// <param name="TimeoutSeconds">1 to 900; SAM's default is 3.</param>
/// <param name="MemoryMegabytes">128 to 10,240; SAM's default is 128.</param>
/// <param name="Variables">The environment, dynamic references unresolved.</param>
internal sealed record FunctionConfiguration(
    string LogicalId,
    string Name,
    string Arn,
    string Handler,
    int TimeoutSeconds,
    int MemoryMegabytes,
    IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Where the template says that the code is, relative to the template.</summary>
    public string CodeUri { get; init; } = ".";

    /// <summary>The Lambda runtime's name, for example <c>provided.al2023</c>.</summary>
    public string Runtime { get; init; } = "provided.al2023";

    /// <summary>The alias that SAM publishes each version under (<c>AutoPublishAlias</c>), or null.</summary>
    public string? Alias { get; init; }

    /// <summary>How many invocations may run at once; null means that nothing is reserved, 0 that none may run.</summary>
    public int? ReservedConcurrency { get; init; }
}
