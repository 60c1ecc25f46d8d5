using Amazon.Lambda.Core;

namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>An invocation as the Lambda runtime hands it to a function.</summary>
internal sealed class TrialContext(string function, ILambdaLogger log) : ILambdaContext
{
    public string AwsRequestId => "request-1";

    /// <summary>No caller here sends one.</summary>
    public IClientContext ClientContext => null!;

    public string FunctionName => function;

    public string FunctionVersion => "$LATEST";

    /// <summary>No caller here has one.</summary>
    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => $"arn:aws:lambda:ap-northeast-2:000000000000:function:{function}";

    public ILambdaLogger Logger => log;

    public string LogGroupName => $"/aws/lambda/{function}";

    public string LogStreamName => "local";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(30);
}
