namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>A breakage of the definition that one rule, and no other, has to notice.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Name">What is broken, for test results.</param>
/// <param name="Apply">Breaks it: gets the definition and its states.</param>
internal sealed record Mutation(string Rule, string Name, Action<JsonObject, JsonObject> Apply);
