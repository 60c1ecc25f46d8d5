using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.StepFunctions.Internal;

/// <summary>Finds the configured URL, or else the public endpoint of the region.</summary>
internal sealed class RegionalEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">The region is missing, or FIPS or dual-stack endpoints are asked for.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["UseFIPS"] is true || parameters["UseDualStack"] is true)
        {
            throw new AmazonClientException(
                "UseFIPSEndpoint and UseDualstackEndpoint need the official package: build with AwsPackages=nuget.");
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("Region parameter must be set for endpoint resolution");
        }

        return parameters["Endpoint"] is string { Length: > 0 } configured
            ? new Endpoint(configured)
            : new Endpoint($"https://states.{region}.{Fn.Partition(region).dnsSuffix}");
    }
}
