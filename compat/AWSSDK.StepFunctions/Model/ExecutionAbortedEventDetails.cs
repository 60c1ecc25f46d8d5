namespace Amazon.StepFunctions.Model;

public class ExecutionAbortedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
