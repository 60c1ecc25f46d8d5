namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A state was left, to another state or to the end of its line.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Output">Its output, after <c>OutputPath</c>, or the input of the state that catches its error.</param>
/// <param name="Next">Where it goes; null at the end of the line.</param>
/// <param name="AssignedVariables">What <c>Assign</c> set; null when nothing was.</param>
internal sealed record StateExitedDetails(
    string Name, Payload Output, string? Next, IReadOnlyDictionary<string, Payload>? AssignedVariables) : EventDetails;
