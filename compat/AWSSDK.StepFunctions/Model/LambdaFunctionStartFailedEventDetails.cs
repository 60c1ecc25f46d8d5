namespace Amazon.StepFunctions.Model;

public class LambdaFunctionStartFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
