using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions.Internal;

/// <summary>
/// The time-outs of the SDK's configuration modes, the same for every service:
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html.
/// </summary>
internal static class ServiceClientConfiguration
{
    public static DefaultConfigurationProvider Modes { get; } = new(
        (IEnumerable<IDefaultConfiguration>)
        [
            Mode(DefaultConfigurationMode.Standard, 3100),
            Mode(DefaultConfigurationMode.InRegion, 1100),
            Mode(DefaultConfigurationMode.CrossRegion, 3100),
            Mode(DefaultConfigurationMode.Mobile, 30_000),
            Mode(DefaultConfigurationMode.Auto, 1100),
        ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int connectMilliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
    };
}
