using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>The environment of a function here: the template's variables with secrets filled in, and what Lambda adds.</summary>
/// <param name="AwsEndpoint">Where Step Functions, SQS and Lambda are.</param>
/// <param name="DynamoDbEndpoint">Where DynamoDB is.</param>
/// <param name="Secrets">Fills in dynamic references.</param>
internal sealed record FunctionVariables(Uri AwsEndpoint, Uri DynamoDbEndpoint, SecretFile Secrets)
{
    private const string LocalCredential = "local";

    public FunctionConfiguration Complete(FunctionConfiguration function, StackSettings settings)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in function.Variables)
        {
            variables[name] = DynamicReference.Resolve(
                value, $"Resources.{function.LogicalId}.Properties.Environment.Variables.{name}", Secrets.Value);
        }
        variables["AWS_REGION"] = settings.Region;
        variables["AWS_DEFAULT_REGION"] = settings.Region;
        variables["AWS_ENDPOINT_URL_SFN"] = AwsEndpoint.ToString();
        variables["AWS_ENDPOINT_URL_SQS"] = AwsEndpoint.ToString();
        variables["AWS_ENDPOINT_URL_LAMBDA"] = AwsEndpoint.ToString();
        variables["AWS_ENDPOINT_URL_DYNAMODB"] = DynamoDbEndpoint.ToString();
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["_HANDLER"] = function.Handler;
        foreach (var (name, value) in Credentials())
            variables[name] = value;
        return function with { Variables = variables };
    }

    /// <summary>This process's own credentials, which a DynamoDB elsewhere may need; without them, some that only say where they are from.</summary>
    private static IEnumerable<(string Name, string Value)> Credentials()
    {
        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is not { Length: > 0 } key
            || Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is not { Length: > 0 } secret)
        {
            yield return ("AWS_ACCESS_KEY_ID", LocalCredential);
            yield return ("AWS_SECRET_ACCESS_KEY", LocalCredential);
            yield break;
        }
        yield return ("AWS_ACCESS_KEY_ID", key);
        yield return ("AWS_SECRET_ACCESS_KEY", secret);
        if (Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN") is { Length: > 0 } token)
            yield return ("AWS_SESSION_TOKEN", token);
    }
}
