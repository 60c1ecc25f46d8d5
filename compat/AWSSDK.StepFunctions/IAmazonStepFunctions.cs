using Amazon.Runtime;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>AWS Step Functions. Code that implements this interface does not compile on the official package, which has more members.</summary>
public interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        clientConfig is AmazonStepFunctionsConfig config
            ? new AmazonStepFunctionsClient(awsCredentials, config)
            : throw new AmazonClientException($"ClientConfig must be of type AmazonStepFunctionsConfig, not {clientConfig?.GetType().Name}.");

    Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request, CancellationToken cancellationToken = default);

    Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request, CancellationToken cancellationToken = default);

    Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken = default);

    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request, CancellationToken cancellationToken = default);

    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request, CancellationToken cancellationToken = default);
}
