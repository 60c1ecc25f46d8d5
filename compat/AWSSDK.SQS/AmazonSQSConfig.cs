using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SQS.Internal;
using Amazon.Util.Internal;
using KakaoWorkflow.Compat;

namespace Amazon.SQS;

/// <summary>Settings of a client. What is not set comes from the environment, the AWS profile, or the SDK's defaults.</summary>
public class AmazonSQSConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonSQSConfig()
        : base(ServiceClientConfiguration.Modes)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sqs";
        EndpointProvider = new RegionalEndpointProvider("sqs");
    }

    public static new string ServiceId => "SQS";

    public override string RegionEndpointServiceName => "sqs";

    public override string ServiceVersion => SQSProtocol.Instance.ApiVersion;

    public override string UserAgent => SdkUserAgent;

    /// <summary>Where a request goes under these settings.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new RegionalEndpointParameters(this, parameters.AlternateEndpoint));
}
