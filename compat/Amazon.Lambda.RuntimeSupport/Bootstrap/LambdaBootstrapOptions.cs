namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings for tests.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API. Null takes them from AWS_LAMBDA_RUNTIME_API.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
