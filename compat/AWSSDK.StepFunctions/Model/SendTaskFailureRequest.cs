namespace Amazon.StepFunctions.Model;

public class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}
