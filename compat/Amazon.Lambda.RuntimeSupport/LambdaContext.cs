using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(
    InvocationHeaders headers, FunctionEnvironment environment, ILambdaLogger logger, ILambdaSerializer serializer, TimeProvider time)
    : ILambdaContext
{
    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => RuntimeSupport.ClientContext.Parse(headers.ClientContextJson);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => CognitoIdentity.Parse(headers.CognitoIdentityJson);

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => headers.Deadline - time.GetUtcNow();

    public string TenantId => headers.TenantId ?? string.Empty;

    public string TraceId => headers.TraceId ?? string.Empty;

    public ILambdaSerializer Serializer => serializer;
}
