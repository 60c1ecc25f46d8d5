using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions.Internal;

/// <summary>The pipeline's step that gives a request its address.</summary>
internal sealed class RegionalEndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        new RegionalEndpointParameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);
}
