namespace Amazon.StepFunctions.Model;

public class RedriveExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public string ClientToken { get; set; }
}
