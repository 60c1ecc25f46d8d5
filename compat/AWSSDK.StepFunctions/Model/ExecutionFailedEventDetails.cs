namespace Amazon.StepFunctions.Model;

public class ExecutionFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
