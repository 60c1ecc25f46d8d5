using Amazon.StepFunctions;

namespace KakaoWorkflow.Tests.Compat.StepFunctions;

internal static class StepFunctionsStub
{
    public static AmazonStepFunctionsClient Client(this AwsStub stub, int retries = 0) =>
        new("key", "secret", stub.Configure(new AmazonStepFunctionsConfig(), retries));
}
