using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>AWS Step Functions. Safe for concurrent use; made once and kept.</summary>
public class AmazonStepFunctionsClient : AmazonServiceClient, IAmazonStepFunctions
{
    private static readonly ServiceMetadata Metadata = new();

    public AmazonStepFunctionsClient()
        : base(new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(RegionEndpoint region)
        : base(new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(AmazonStepFunctionsConfig config)
        : base(config)
    {
    }

    public AmazonStepFunctionsClient(AWSCredentials credentials)
        : this(credentials, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(AWSCredentials credentials, AmazonStepFunctionsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonStepFunctionsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonStepFunctionsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartExecutionResponse>(request, ExecutionOperations.StartExecution.Options, cancellationToken);

    public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeExecutionResponse>(request, ExecutionOperations.DescribeExecution.Options, cancellationToken);

    public virtual Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListExecutionsResponse>(request, ExecutionOperations.ListExecutions.Options, cancellationToken);

    public virtual Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetExecutionHistoryResponse>(request, ExecutionOperations.GetExecutionHistory.Options, cancellationToken);

    public virtual Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendTaskSuccessResponse>(request, TaskOperations.SendTaskSuccess.Options, cancellationToken);

    public virtual Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendTaskFailureResponse>(request, TaskOperations.SendTaskFailure.Options, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        // Behind the marshaller signing comes first, then the endpoint: the one added last stands nearest.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }
}
