using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions.Internal;

/// <summary>The service's name in the user agent.</summary>
internal sealed class ServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonStepFunctionsConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
