namespace Amazon.StepFunctions.Model;

public class LambdaFunctionTimedOutEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
