using Amazon.Runtime.Internal;

namespace KakaoWorkflow.Compat;

internal static class RuntimePipelineExtensions
{
    /// <summary>Puts the service's signing and endpoint steps directly behind the marshaller, in that order.</summary>
    public static void UseRegionalServiceHandlers(this RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }
}
