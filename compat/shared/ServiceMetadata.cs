using Amazon.Runtime.Internal;

namespace KakaoWorkflow.Compat;

/// <summary>The service's name in the user agent.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
