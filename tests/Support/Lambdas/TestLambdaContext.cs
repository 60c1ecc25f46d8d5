using Amazon.Lambda.Core;

namespace KakaoWorkflow.Tests.Support.Lambdas;

/// <summary>An invocation as the Lambda runtime hands it to a function; keeps the log.</summary>
internal sealed class TestLambdaContext(string functionName) : ILambdaContext
{
    public TestLambdaLog Log { get; } = new();

    public string AwsRequestId => "request-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => functionName;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => $"arn:aws:lambda:ap-northeast-2:000000000000:function:{functionName}";

    public ILambdaLogger Logger => Log;

    public string LogGroupName => $"/aws/lambda/{functionName}";

    public string LogStreamName => "test";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(10);
}
