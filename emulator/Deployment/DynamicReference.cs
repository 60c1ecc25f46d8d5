using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>
/// A value that CloudFormation fetches at deployment: <c>{{resolve:secretsmanager:name:SecretString:key}}</c>,
/// <c>{{resolve:ssm:name}}</c> or <c>{{resolve:ssm-secure:name}}</c>.
/// </summary>
/// <param name="Service"><c>secretsmanager</c>, <c>ssm</c> or <c>ssm-secure</c>.</param>
/// <param name="Name">The secret's name or the parameter's; of a secret's ARN, the name in it.</param>
/// <param name="Key">The key in the secret's JSON, or null for the whole value.</param>
internal sealed partial record DynamicReference(string Service, string Name, string? Key)
{
    /// <summary>Replaces every reference in a text.</summary>
    /// <param name="text">A text of the template; without references it is returned as it is.</param>
    /// <param name="path">Where the text is, for the error.</param>
    /// <param name="value">Looks a value up.</param>
    /// <exception cref="TemplateException">A reference is not of one of the three forms.</exception>
    public static string Resolve(string text, string path, Func<DynamicReference, string> value) =>
        Reference().Replace(text, match => value(Parse(match.Groups["reference"].Value, path)));

    private static DynamicReference Parse(string reference, string path)
    {
        if (SecretArn().Match(reference) is { Success: true } arn)
            return Secret(arn.Groups["name"].Value, arn.Groups["rest"].Value is { Length: > 0 } rest ? rest.Split(':') : [], path);
        var parts = reference.Split(':');
        return parts switch
        {
            ["secretsmanager", var name, .. var more] => Secret(name, more, path),
            ["ssm" or "ssm-secure", { Length: > 0 } name] => new DynamicReference(parts[0], name, null),
            ["ssm" or "ssm-secure", { Length: > 0 } name, var version] when int.TryParse(version, out _) => new DynamicReference(parts[0], name, null),
            _ => throw new TemplateException(path, $"the dynamic reference '{reference}' is not supported."),
        };
    }

    private static DynamicReference Secret(string name, string[] rest, string path) => (name, rest) switch
    {
        ({ Length: > 0 }, [] or ["SecretString"]) => new DynamicReference("secretsmanager", name, null),
        ({ Length: > 0 }, ["SecretString", { Length: > 0 } key, ..]) when rest.Length <= 4 => new DynamicReference("secretsmanager", name, key),
        _ => throw new TemplateException(path, $"the dynamic reference to the secret '{name}' is not supported: only SecretString with a key is."),
    };

    [GeneratedRegex(@"\{\{resolve:(?<reference>[^{}]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^secretsmanager:arn:aws:secretsmanager:[^:]*:[^:]*:secret:(?<name>[^:]+):?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretArn();
}
