namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>An iteration of a Map state.</summary>
/// <param name="Name">The Map state's name.</param>
/// <param name="Index">The iteration, from 0.</param>
/// <param name="Input">The iteration's input, when it starts; otherwise null.</param>
internal sealed record MapIterationDetails(string Name, int Index, Payload? Input = null) : EventDetails;
