using Amazon.Lambda.Core;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>What a function that runs in this process learns of its invocation.</summary>
internal sealed class InProcessContext(FunctionCall call, DateTimeOffset deadline, TimeProvider time, ILambdaLogger logger) : ILambdaContext
{
    public string AwsRequestId => call.RequestId;

    /// <summary>No caller here sends one.</summary>
    public IClientContext ClientContext => null!;

    public string FunctionName => call.Function.Name;

    public string FunctionVersion => "$LATEST";

    /// <summary>No caller here has one.</summary>
    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => call.InvokedArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => $"/aws/lambda/{call.Function.Name}";

    public string LogStreamName => "local";

    public int MemoryLimitInMB => call.Function.MemoryMegabytes;

    public TimeSpan RemainingTime => deadline - time.GetUtcNow();

    public string TraceId => call.TraceId;
}
