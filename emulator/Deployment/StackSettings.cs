namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>What a deployment adds to a template: names, addresses and the values of its parameters.</summary>
internal sealed record StackSettings
{
    /// <summary><c>AWS::StackName</c>, and the prefix of resources that the template does not name.</summary>
    public string StackName { get; init; } = "stack";

    /// <summary>The account in ARNs: twelve digits.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "ap-northeast-2";

    /// <summary>Where queue URLs begin; <c>/{account}/{name}</c> is appended.</summary>
    public Uri AwsEndpoint { get; init; } = new("http://127.0.0.1");

    /// <summary>What <c>ApiEndpoint</c> of every HTTP API is.</summary>
    public Uri HttpApiEndpoint { get; init; } = new("http://127.0.0.1");

    /// <summary>Values for the template's parameters; those left out have their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    internal string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{AccountId}:{resource}";
}
