namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>A resource under the name that it has in the account.</summary>
internal sealed record ResourceIdentity(string LogicalId, string Name, StackSettings Settings)
{
    /// <summary>The ARN of a service whose resources are addressed by <paramref name="prefix"/> and name.</summary>
    public string Arn(string service, string prefix = "") => Settings.Arn(service, prefix + Name);

    /// <summary>The URL of a queue of that name.</summary>
    public string QueueUrl => $"{Settings.AwsEndpoint.ToString().TrimEnd('/')}/{Settings.AccountId}/{Name}";
}
