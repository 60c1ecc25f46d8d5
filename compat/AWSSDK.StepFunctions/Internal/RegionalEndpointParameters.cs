using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util;

namespace Amazon.StepFunctions.Internal;

/// <summary>What an endpoint is found by. The members are kept in the base class's bag, where a custom provider looks for them.</summary>
internal sealed class RegionalEndpointParameters : EndpointParameters
{
    public RegionalEndpointParameters(IClientConfig config, RegionEndpoint alternate)
    {
        this["Region"] = alternate?.SystemName ?? config.RegionEndpoint?.SystemName ?? SigningRegion(config);
        this["UseDualStack"] = config.UseDualstackEndpoint;
        this["UseFIPS"] = config.UseFIPSEndpoint;
        this["Endpoint"] = config.ServiceURL;
    }

    // A configured URL leaves the configured region empty: the signing region stands in, or else the name inside the URL.
    private static string SigningRegion(IClientConfig config)
    {
        if (string.IsNullOrEmpty(config.ServiceURL))
        {
            return null;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
