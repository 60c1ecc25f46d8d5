using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>An <c>AWS::Serverless::StateMachine</c>.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Arn">The machine's ARN.</param>
/// <param name="RoleArn">The role that it runs as on AWS; nothing checks it here.</param>
/// <param name="Definition">The definition's text when the template holds it, or null: then it is the file <paramref name="DefinitionUri"/>.</param>
/// <param name="DefinitionUri">The definition's file, relative to the template, or null.</param>
/// <param name="Substitutions">Values for <c>${Name}</c> in the definition.</param>
internal sealed partial record StateMachineResource(
    string LogicalId,
    string Name,
    string Arn,
    string RoleArn,
    string? Definition,
    string? DefinitionUri,
    IReadOnlyDictionary<string, string> Substitutions)
{
    /// <summary>Puts the substitutions into a definition, as CloudFormation does.</summary>
    /// <exception cref="TemplateException">The definition names a placeholder that the template gives no value for.</exception>
    public string Substitute(string definition) => Placeholder().Replace(definition, match =>
        Substitutions.TryGetValue(match.Groups["name"].Value, out var value)
            ? value
            : throw new TemplateException(
                $"Resources.{LogicalId}.Properties.DefinitionSubstitutions",
                $"the definition uses {match.Value}, which has no value."));

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
