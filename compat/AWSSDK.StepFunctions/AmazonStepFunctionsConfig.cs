using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StepFunctions.Internal;
using Amazon.Util.Internal;

namespace Amazon.StepFunctions;

/// <summary>Settings of a client. What is not set comes from the environment, the AWS profile, or the SDK's defaults.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonStepFunctionsConfig()
        : base(ServiceClientConfiguration.Modes)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "states";
        EndpointProvider = new RegionalEndpointProvider();
    }

    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => StepFunctionsProtocol.ApiVersion;

    public override string UserAgent => SdkUserAgent;

    /// <summary>Where a request goes under these settings.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new RegionalEndpointParameters(this, parameters.AlternateEndpoint));
}
