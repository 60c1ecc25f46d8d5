namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Fields that the language has and this edition does not.</summary>
internal static class UnsupportedField
{
    private const string JsonataReason = "it belongs to the query language JSONata, and only JSONPath is supported";
    private const string DistributedReason = "it belongs to distributed maps, and only inline maps are supported";

    /// <summary>
    /// Why a field is not supported; null for a field that does not exist in the language, or is misplaced.
    /// </summary>
    public static string? Reason(string field) => field switch
    {
        "Arguments" or "Output" or "Items" or "Condition" => JsonataReason,
        "ItemReader" or "ItemBatcher" or "ResultWriter" or "Label" or "ExecutionType"
            or "ToleratedFailureCount" or "ToleratedFailureCountPath"
            or "ToleratedFailurePercentage" or "ToleratedFailurePercentagePath" => DistributedReason,
        "Credentials" => "tasks run with the rights of the local machine",
        _ => null,
    };
}
