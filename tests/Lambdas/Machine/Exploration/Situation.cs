namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>An execution that enters a state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Input">Its input, as compact JSON.</param>
/// <param name="Variables">The variables, as one compact JSON object in the order of their names.</param>
/// <param name="Promise">What is owed.</param>
internal sealed record Situation(string State, string Input, string Variables, Promise Promise);
